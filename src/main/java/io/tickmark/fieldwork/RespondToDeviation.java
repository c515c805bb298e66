package io.tickmark.fieldwork;

import io.tickmark.kernel.Actor;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Management's own words; the client sees what failed, not how the auditor weighs it. */
@Component
class RespondToDeviation extends OnTest {

    private final Deviations deviations;
    private final Trail trail;

    RespondToDeviation(Tests tests, Deviations deviations, Trail trail) {
        super(tests);
        this.deviations = deviations;
        this.trail = trail;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of("deviation", DeviationForm.of(deviation(task).facts()));
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        Deviation deviation = deviation(task);
        deviation.answer(
                answers.text("managementResponse"), answers.text("correctiveAction"), answers.date("correctiveDue"));
        trail.record(task.engagement(), "deviation-answered", actor, Map.of("deviation", deviation.reference()));
    }

    private Deviation deviation(OpenTask task) {
        return deviations.ofTest(test(task).id());
    }
}
