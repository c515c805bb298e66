package io.tickmark.fieldwork;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A deviation is weighed at the level of the criterion, by somebody else than who found it. */
@Component
class EvaluateDeviation extends OnTest {

    private final Deviations deviations;
    private final People people;
    private final Trail trail;

    EvaluateDeviation(Tests tests, Deviations deviations, People people, Trail trail) {
        super(tests);
        this.deviations = deviations;
        this.people = people;
        this.trail = trail;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of("deviation", DeviationForm.of(deviation(task).facts()));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return NotThePreparer.refusals(test(task), actor, people, "effect");
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        Deviation deviation = deviation(task);
        deviation.evaluate(answers.text("effect"), answers.text("compensatingControls"), answers.text("evaluation"));
        trail.record(
                task.engagement(),
                "deviation-evaluated",
                actor,
                Map.of("deviation", deviation.reference(), "effect", answers.text("effect")));
    }

    private Deviation deviation(OpenTask task) {
        return deviations.ofTest(test(task).id());
    }
}
