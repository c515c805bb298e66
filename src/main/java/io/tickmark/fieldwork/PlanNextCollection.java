package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.FieldworkProcess.COLLECTION_AHEAD;
import static io.tickmark.fieldwork.FieldworkProcess.NEXT_COLLECTION;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the window that is collected after the last one; those already over follow one another at once. */
@Component
class PlanNextCollection implements Step {

    private final TestPlan plan;

    PlanNextCollection(TestPlan plan) {
        this.plan = plan;
    }

    @Override
    public Set<Variable<?>> sets() {
        return Set.of(COLLECTION_AHEAD);
    }

    @Override
    public Map<Variable<Boolean>, Set<Variable<?>>> setsWhen() {
        return Map.of(COLLECTION_AHEAD, Set.of(NEXT_COLLECTION));
    }

    @Override
    public void run(StepContext context) {
        LocalDate last = context.get(NEXT_COLLECTION);
        Optional<LocalDate> next = plan.collections(context.engagement()).stream()
                .map(collection -> collection.window().to())
                .filter(day -> last == null || day.isAfter(last))
                .findFirst();
        context.set(COLLECTION_AHEAD, next.isPresent());
        next.ifPresent(day -> context.set(NEXT_COLLECTION, day));
    }
}
