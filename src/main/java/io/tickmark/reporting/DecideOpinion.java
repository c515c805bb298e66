package io.tickmark.reporting;

import static io.tickmark.reporting.ReportingProcess.PROPOSED_OPINION;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.fieldwork.DeviationFacts;
import io.tickmark.fieldwork.Deviations;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.scoping.Scope;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision table proposes; the partner decides, with a reason where the decision differs (AT-C 205). */
@Component
class DecideOpinion implements TaskRules {

    private static final String UNMODIFIED = "UNMODIFIED";

    private final Engagements engagements;
    private final Deviations deviations;
    private final FiledOpinion opinion;
    private final Scope scope;
    private final EngagementFile file;

    DecideOpinion(
            Engagements engagements, Deviations deviations, FiledOpinion opinion, Scope scope, EngagementFile file) {
        this.scope = scope;
        this.engagements = engagements;
        this.deviations = deviations;
        this.opinion = opinion;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        List<DeviationFacts> found = deviations.of(engagement);
        Answers evaluated = opinion.evaluation(engagement);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("deviations", found.stream().map(DecideOpinion::row).toList());
        data.put("evaluation", evaluated.text("evaluation"));
        boolean atOneDate = engagements.facts(engagement).atOneDate();
        data.put("opinionConcerns", List.of(DecidedOpinion.usualConcern(atOneDate)));
        data.put("concernOptions", concerns(atOneDate));
        if (engagements.facts(engagement).publicReport().isPresent()) {
            data.put("publicReport", true);
            data.put(
                    "publicBasis",
                    DecidedOpinion.proposedPublicBasis(
                            scope.criteria(engagement), evaluated.chosen("criteriaAffected")));
        }
        String proposal = task.get(PROPOSED_OPINION);
        if (proposal != null) {
            data.put("proposedOpinion", proposal);
            data.put("opinion", proposal);
            data.put("opinionBasis", DecidedOpinion.proposedBasis(found, evaluated.text("evaluation"), atOneDate));
        }
        returned(engagement).ifPresent(review -> {
            data.putAll(EarlierAnswers.keep(
                    opinion.record(engagement),
                    List.of("opinion", "opinionReason", "opinionConcerns", "opinionBasis", "publicBasis", "emphasis")));
            data.put("qualityNote", review.answers().text("qualityNote"));
        });
        return data;
    }

    private static List<Map<String, String>> concerns(boolean atOneDate) {
        return DecidedOpinion.CONCERNS.stream()
                .filter(subject -> !atOneDate || !subject.equals("operation"))
                .map(subject -> Map.of(
                        "label",
                        subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1),
                        "value",
                        subject))
                .toList();
    }

    /** The reviewer's note, as long as the opinion was not decided anew since. */
    private Optional<TaskRecord> returned(EngagementId engagement) {
        return file.latest(engagement, "ReviewQuality")
                .filter(review -> review.answers().text("qualityDecision").equals("return"))
                .filter(review -> opinion.record(engagement)
                        .filter(decided -> decided.completedAt().isAfter(review.completedAt()))
                        .isEmpty());
    }

    private static Map<String, String> row(DeviationFacts deviation) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("reference", deviation.reference());
        row.put("control", deviation.control() + " " + deviation.controlTitle());
        row.put("criteria", String.join(", ", deviation.criteria()));
        row.put("failed", deviation.itemsFailed() + " of " + deviation.itemsTested());
        row.put("effect", deviation.leavesCriterionUnmet() ? "not met" : "met");
        row.put("response", Objects.requireNonNullElse(deviation.managementResponse(), ""));
        return row;
    }

    /** The form asks for both as well; a changed form must not let them go. */
    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        String decided = answers.text("opinion");
        String proposal = task.get(PROPOSED_OPINION);
        if (proposal != null
                && !decided.equals(proposal)
                && answers.text("opinionReason").isEmpty()) {
            refusals.add(new Refusal("opinionReason", "Say why you do not follow the proposal, " + proposal));
        }
        if (!decided.equals(UNMODIFIED) && answers.text("opinionBasis").isEmpty()) {
            refusals.add(new Refusal("opinionBasis", "A modified opinion gives its basis (AT-C 205)"));
        }
        if (!decided.equals(UNMODIFIED)
                && answers.text("publicBasis").isEmpty()
                && engagements.facts(task.engagement()).publicReport().isPresent()) {
            refusals.add(new Refusal(
                    "publicBasis",
                    "The SOC 3 carries the same modification: give its basis without the tests' detail"));
        }
        return refusals;
    }
}
