package io.tickmark.changes;

import io.tickmark.fieldwork.DeviationFacts;
import io.tickmark.fieldwork.Deviations;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.ScopeChange;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The partner weighs the reason; who asked for a change does not decide on it. */
@Component
class DecideChange implements TaskRules {

    private final ChangeForm form;
    private final Changes changes;
    private final ChangeRules rules;
    private final ScopeChange scope;
    private final Deviations deviations;
    private final People people;
    private final Clock clock;

    DecideChange(
            ChangeForm form,
            Changes changes,
            ChangeRules rules,
            ScopeChange scope,
            Deviations deviations,
            People people,
            Clock clock) {
        this.form = form;
        this.changes = changes;
        this.rules = rules;
        this.scope = scope;
        this.deviations = deviations;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return form.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        ChangeRequest change = form.change(task);
        Map<String, String> words = form.words(change);
        // what the client knows of deviations is the findings' to say, should a changed model bring it here
        if (actor.ofTheFirm()) {
            words.put("reason", Justification.toWeigh(change, onFile(task), LocalDate.now(clock)));
        }
        return Map.of("change", words);
    }

    private List<String> onFile(OpenTask task) {
        return deviations.of(task.engagement()).stream()
                .map(DeviationFacts::reference)
                .toList();
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        ChangeRequest change = form.change(task);
        if (change.askedBy().equals(actor.id())) {
            return List.of(new Refusal(
                    "changeDecision",
                    people.name(actor.id()) + " asked for this change, so another partner must decide. Where there is"
                            + " none, name one in the engagement's team"));
        }
        if (approves(answers) && change.newPeriodEnd() != null && rules.isSigned(task.engagement())) {
            return List.of(new Refusal(
                    "changeDecision", "The report has been signed since: its period stays, so the change is refused"));
        }
        if (approves(answers)) {
            List<Refusal> unfit = rules.teamRefusals(change);
            if (!unfit.isEmpty()) {
                return List.of(new Refusal(
                        "changeDecision",
                        "The team it names does not hold any more: "
                                + unfit.get(0).message()));
            }
        }
        return approves(answers) && change.kind().changesScope() ? scopeRefusals(task, change) : List.of();
    }

    /** What was found about a control does not leave the report by a change of its scope. */
    private List<Refusal> scopeRefusals(OpenTask task, ChangeRequest change) {
        if (rules.isTooLate(task.engagement())) {
            return List.of(new Refusal(
                    "changeDecision", "The report is being written by now: ask for further work first, or refuse"));
        }
        List<String> dropped = scope.dropped(task.engagement(), change.id());
        return deviations.of(task.engagement()).stream()
                .filter(deviation -> dropped.contains(deviation.control()))
                .map(deviation -> new Refusal(
                        "changeDecision",
                        deviation.control() + " has the deviation " + deviation.reference()
                                + " on file, so it stays in the scope: refuse this change"))
                .toList();
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        changes.decide(
                actor,
                task.engagement(),
                ChangeRequestProcess.change(task),
                approves(answers),
                answers.text("changeDecisionReason"));
    }

    private static boolean approves(Answers answers) {
        return answers.text("changeDecision").equals("approve");
    }
}
