package io.tickmark.fieldwork;

import io.tickmark.engagement.ReportsPlanned;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A period that ends on another day is cut into other windows; the collection that is waited for follows. */
@Component
class CollectionMove {

    private final TestPlan plan;
    private final FieldworkProcess process;
    private final Clock clock;

    CollectionMove(TestPlan plan, FieldworkProcess process, Clock clock) {
        this.plan = plan;
        this.process = process;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reportsPlanned(ReportsPlanned event) {
        List<CollectionWindow> windows = plan.collections(event.engagement()).stream()
                .map(PlannedCollection::window)
                .toList();
        if (!windows.isEmpty()) {
            process.moveCollection(event.engagement(), next(windows, LocalDate.now(clock)));
        }
    }

    /** The end of the first window that is not over, or of the last one, which is collected at once. */
    static LocalDate next(List<CollectionWindow> windows, LocalDate today) {
        return windows.stream()
                .map(CollectionWindow::to)
                .filter(end -> end.isAfter(today))
                .findFirst()
                .orElseGet(() -> windows.get(windows.size() - 1).to());
    }
}
