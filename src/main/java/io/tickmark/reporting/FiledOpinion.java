package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.reporting.ReportContent.Judgement;
import io.tickmark.workflow.Answers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** The partner's decision as the engagement's file has it. */
@Component
class FiledOpinion {

    private final EngagementFile file;

    FiledOpinion(EngagementFile file) {
        this.file = file;
    }

    Optional<TaskRecord> record(EngagementId engagement) {
        return file.latest(engagement, "DecideOpinion");
    }

    /** As {@link #decided(EngagementId)}; a SOC 3 gives the same opinion with a basis that shows no detail of the tests. */
    DecidedOpinion decided(EngagementId engagement, ReportPlan report) {
        DecidedOpinion decided = decided(engagement);
        String basis = record(engagement)
                .map(record -> record.answers().text("publicBasis"))
                .orElse("");
        return report.generalUse() && !basis.isEmpty()
                ? new DecidedOpinion(
                        decided.overall(), basis, decided.emphasis(), decided.criteria(), decided.concerns())
                : decided;
    }

    /** Throws {@link IllegalStateException} before it is decided: a model that drafts first is a defect. */
    DecidedOpinion decided(EngagementId engagement) {
        Answers decision = record(engagement)
                .map(TaskRecord::answers)
                .orElseThrow(() -> new IllegalStateException("No opinion is decided for engagement " + engagement));
        return new DecidedOpinion(
                Judgement.valueOf(decision.text("opinion")),
                decision.text("opinionBasis"),
                decision.text("emphasis"),
                evaluation(engagement).chosen("criteriaAffected"),
                decision.chosen("opinionConcerns"));
    }

    /** What the manager made of the findings; without an answer when there is none. */
    Answers evaluation(EngagementId engagement) {
        return file.latest(engagement, "EvaluateFindings")
                .map(TaskRecord::answers)
                .orElseGet(FiledOpinion::nothing);
    }

    static Answers nothing() {
        return new Answers(JsonNodeFactory.instance.objectNode());
    }
}
