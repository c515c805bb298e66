package io.tickmark.fieldwork;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What {@code AssessRisk} and {@code PlanTests} decided. A process owner may have taken those tasks or their fields out
 * of the model; the usual answers stand in then.
 */
@Component
class TestPlan {

    static final int USUAL_DUE_DAYS = 10;
    static final String USUAL_RISK = "moderate";
    private static final String USUAL_EVERY = "P3M";

    private final EngagementFile file;
    private final Engagements engagements;
    private final Clock clock;

    TestPlan(EngagementFile file, Engagements engagements, Clock clock) {
        this.file = file;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** One of {@code low moderate high}. */
    String riskLevel(EngagementId engagement) {
        return answers(engagement, "AssessRisk")
                .map(answers -> answers.text("riskLevel"))
                .filter(level -> !level.isEmpty())
                .orElse(USUAL_RISK);
    }

    boolean clientReview(EngagementId engagement) {
        return plan(engagement)
                .map(plan -> plan.text("clientReview").equals("yes"))
                .orElse(false);
    }

    /** When what is asked for today is due. */
    LocalDate due(EngagementId engagement) {
        int days = plan(engagement)
                .map(plan -> Objects.requireNonNullElse(plan.count("requestsDueIn"), USUAL_DUE_DAYS))
                .orElse(USUAL_DUE_DAYS);
        return LocalDate.now(clock).plusDays(days);
    }

    /** References of the controls whose evidence is collected again and again. */
    List<String> recurringControls(EngagementId engagement) {
        return plan(engagement).map(plan -> plan.chosen("recurringControls")).orElse(List.of());
    }

    /** The windows of the period that recurring evidence is collected for; none where no control recurs. */
    List<CollectionWindow> collections(EngagementId engagement) {
        if (recurringControls(engagement).isEmpty()) {
            return List.of();
        }
        ReportPlan report = engagements.facts(engagement).leadReport();
        return collections(engagement, report.start(), report.end());
    }

    /** As {@link #collections(EngagementId)}, for a period that ends, or ended, on this day. */
    List<CollectionWindow> collections(EngagementId engagement, LocalDate start, LocalDate end) {
        if (recurringControls(engagement).isEmpty()) {
            return List.of();
        }
        String every = plan(engagement)
                .map(plan -> plan.text("recurringEvery"))
                .filter(text -> !text.isEmpty())
                .orElse(USUAL_EVERY);
        return CollectionWindow.all(start, end, Period.parse(every));
    }

    private Optional<Answers> plan(EngagementId engagement) {
        return answers(engagement, "PlanTests");
    }

    private Optional<Answers> answers(EngagementId engagement, String phrase) {
        return file.latest(engagement, phrase).map(record -> record.answers());
    }
}
