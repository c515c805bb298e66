package io.tickmark.fieldwork;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A workpaper is reviewed by somebody else than its preparer; a deviation counts from the review on. */
@Component
class ReviewWorkpaper extends OnTest {

    private final TestForm form;
    private final DeviationRepository deviations;
    private final Scope scope;
    private final People people;
    private final OpenWork work;
    private final EvidenceTakenOut takenOut;
    private final Trail trail;
    private final Clock clock;

    ReviewWorkpaper(
            Tests tests,
            TestForm form,
            DeviationRepository deviations,
            Scope scope,
            People people,
            OpenWork work,
            EvidenceTakenOut takenOut,
            Trail trail,
            Clock clock) {
        super(tests);
        this.form = form;
        this.deviations = deviations;
        this.scope = scope;
        this.people = people;
        this.work = work;
        this.takenOut = takenOut;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return form.of(task.engagement(), facts(task), actor);
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        ControlTest test = test(task);
        List<Refusal> refusals = new ArrayList<>(NotThePreparer.refusals(test, actor, people, "reviewDecision"));
        if (!answers.text("reviewDecision").equals("return") && takenOut.isLost(test)) {
            refusals.add(new Refusal(
                    "reviewDecision",
                    "Evidence that it cites was taken out since: return it, to be concluded on what is there"));
        }
        return refusals;
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        work.hold(task.engagement());
        ControlTest test = test(task);
        if (answers.text("reviewDecision").equals("return")) {
            test.returnToPreparer(answers.text("reviewNote"), actor.id(), clock.instant());
            trail.record(task.engagement(), "workpaper-returned", actor, record(test));
            return;
        }
        test.approve(actor.id(), clock.instant());
        trail.record(task.engagement(), "workpaper-approved", actor, record(test));
        ControlTestFacts facts = facts(task);
        if (facts.conclusion() == Conclusion.DEVIATION) {
            found(task, facts);
        }
    }

    private Map<String, Object> record(ControlTest test) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("test", test.id());
        facts.put("control", test.control());
        facts.put("round", test.round());
        PersonId preparer = test.preparedBy();
        facts.put("preparedBy", preparer == null ? "" : people.username(preparer));
        return facts;
    }

    private void found(OpenTask task, ControlTestFacts test) {
        List<String> criteria = scope.control(task.engagement(), test.control())
                .map(ScopedControl::criteria)
                .orElse(List.of());
        int number = deviations.lastNumber(task.engagement().value()) + 1;
        Deviation deviation = deviations.save(new Deviation(task.engagement(), number, test, criteria));
        trail.record(
                task.engagement(),
                "deviation-found",
                null,
                Map.of("deviation", deviation.reference(), "control", test.control(), "criteria", criteria));
    }
}
