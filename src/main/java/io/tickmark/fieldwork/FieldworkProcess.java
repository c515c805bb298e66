package io.tickmark.fieldwork;

import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code fieldwork}, which the life cycle starts. */
@Component
class FieldworkProcess implements ProcessVariables {

    /** Whether another collection of recurring evidence lies ahead. */
    static final Variable<Boolean> COLLECTION_AHEAD = Variable.flag("collectionAhead");

    /** The last day of the window that is collected next, or was collected last. */
    static final Variable<LocalDate> NEXT_COLLECTION = Variable.date("nextCollection");

    static final Variable<Boolean> WORK_OPEN = Variable.flag("workOpen");

    private final Processes processes;

    FieldworkProcess(Processes processes) {
        this.processes = processes;
    }

    /** Every request and every test is closed. */
    void workClosed(EngagementId engagement) {
        processes.tell("Message_WorkClosed", engagement);
    }

    /** The collection that is waited for comes on another day; where none is, nothing happens. */
    void moveCollection(EngagementId engagement, LocalDate day) {
        processes.setDates(engagement, Map.of(NEXT_COLLECTION, day));
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(COLLECTION_AHEAD, NEXT_COLLECTION, WORK_OPEN);
    }
}
