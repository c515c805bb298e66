package io.tickmark.fieldwork;

import io.tickmark.engagement.Practice;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Scope;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the deviations add up to; the opinion is proposed from it. */
@Component
class EvaluateFindings implements TaskRules {

    private static final String MATERIAL = "material";
    private static final String PERVASIVE = "pervasive";
    private static final String SUFFICIENT = "sufficient";

    private final Tests tests;
    private final Deviations deviations;
    private final Scope scope;
    private final OpenWork work;
    private final Trail trail;
    private final Practice practice;

    EvaluateFindings(Tests tests, Deviations deviations, Scope scope, OpenWork work, Trail trail, Practice practice) {
        this.tests = tests;
        this.deviations = deviations;
        this.scope = scope;
        this.work = work;
        this.trail = trail;
        this.practice = practice;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        FindingsProposal proposal = proposal(engagement);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "deviations",
                deviations.of(engagement).stream().map(EvaluateFindings::row).toList());
        data.put("sufficiency", proposal.sufficient() ? SUFFICIENT : "insufficient");
        data.put("materiality", proposal.material() ? MATERIAL : "not-material");
        data.put("pervasiveness", proposal.pervasive() ? PERVASIVE : "not-pervasive");
        data.put("criteriaAffected", proposal.criteria());
        data.put("criterionOptions", scope.criterionOptions(engagement));
        return data;
    }

    private FindingsProposal proposal(EngagementId engagement) {
        return FindingsProposal.of(
                tests.of(engagement),
                deviations.of(engagement),
                scope.criteria(engagement),
                practice.pervasiveBeyondOneIn());
    }

    private static Map<String, String> row(DeviationFacts deviation) {
        return Map.of(
                "reference",
                deviation.reference(),
                "control",
                deviation.control() + " " + deviation.controlTitle(),
                "criteria",
                String.join(", ", deviation.criteria()),
                "failed",
                deviation.itemsFailed() + " of " + deviation.itemsTested(),
                "effect",
                deviation.leavesCriterionUnmet() ? "not met" : "met",
                "response",
                Objects.requireNonNullElse(deviation.managementResponse(), ""));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        OpenWork.Count open = work.count(task.engagement());
        if (!open.isNothing()) {
            refusals.add(new Refusal(
                    "sufficiency",
                    open + " of this engagement are open again: close or withdraw them before you evaluate"));
        }
        boolean material = answers.text("materiality").equals(MATERIAL);
        if (answers.text("pervasiveness").equals(PERVASIVE) && !material) {
            refusals.add(new Refusal("pervasiveness", "Only what is material can be pervasive"));
        }
        if (material
                && answers.text("sufficiency").equals(SUFFICIENT)
                && answers.chosen("criteriaAffected").isEmpty()) {
            refusals.add(new Refusal("criteriaAffected", "Name the criteria that are not met, since it is material"));
        }
        return refusals;
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        FindingsProposal proposal = proposal(task.engagement());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("deviations", deviations.of(task.engagement()).size());
        facts.put("sufficiency", answers.text("sufficiency"));
        facts.put("materiality", answers.text("materiality"));
        facts.put("pervasiveness", answers.text("pervasiveness"));
        facts.put("criteriaAffected", answers.chosen("criteriaAffected"));
        facts.put("proposedMaterial", proposal.material());
        facts.put("proposedPervasive", proposal.pervasive());
        trail.record(task.engagement(), "findings-evaluated", actor, facts);
    }
}
