package io.tickmark.reporting;

import static io.tickmark.reporting.ReportingProcess.PROPOSED_OPINION;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.scoping.Independence;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The reviewer took no part in the work, whoever holds the role today (SQMS 2). */
@Component
class ReviewQuality implements TaskRules {

    private static final Set<String> NO_PART_IN_THE_WORK =
            Set.of("ConfirmIndependence", Independence.AGAIN, "ReviewQuality");

    private final Reports reports;
    private final FiledOpinion opinion;
    private final EngagementFile file;

    ReviewQuality(Reports reports, FiledOpinion opinion, EngagementFile file) {
        this.reports = reports;
        this.opinion = opinion;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = EarlierAnswers.keep(
                opinion.record(task.engagement()), List.of("opinion", "opinionReason", "opinionBasis"));
        data.put("files", reports.preview(task.engagement()));
        String proposal = task.get(PROPOSED_OPINION);
        if (proposal != null) {
            data.put("proposedOpinion", proposal);
        }
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<String> work = file.completedBy(task.engagement(), actor.id()).entrySet().stream()
                .filter(done -> !NO_PART_IN_THE_WORK.contains(done.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return work.isEmpty()
                ? List.of()
                : List.of(new Refusal(
                        "qualityDecision",
                        actor.name() + " took part in the work (" + String.join(", ", work)
                                + "); a quality reviewer must not have. Name somebody else for the role in the"
                                + " engagement's team (SQMS 2)"));
    }
}
