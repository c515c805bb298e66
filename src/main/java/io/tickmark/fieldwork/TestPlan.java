package io.tickmark.fieldwork;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What {@code AssessRisk} and {@code PlanTests} decided. A process owner may have taken those tasks or their fields out
 * of the model; the usual answers stand in then.
 */
@Component
class TestPlan {

    static final String USUAL_RISK = "moderate";
    private static final String USUAL_EVERY = "P3M";

    private final EngagementFile file;
    private final Engagements engagements;
    private final Practice practice;
    private final Clock clock;

    TestPlan(EngagementFile file, Engagements engagements, Practice practice, Clock clock) {
        this.file = file;
        this.engagements = engagements;
        this.practice = practice;
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
        int days = plan(engagement).map(plan -> plan.count("requestsDueIn")).orElseGet(practice::requestDueDays);
        return LocalDate.now(clock).plusDays(days);
    }

    /** How often each recurring control is collected: the rows of the plan's own rhythms, and the usual one for others. */
    private List<PlannedCollection.Rhythm> rhythms(EngagementId engagement) {
        Map<String, PlannedCollection.Rhythm> rhythms = new LinkedHashMap<>();
        plan(engagement).ifPresent(plan -> {
            String usual = plan.text("recurringEvery").isEmpty() ? USUAL_EVERY : plan.text("recurringEvery");
            plan.chosen("recurringControls")
                    .forEach(control -> rhythms.put(
                            control, new PlannedCollection.Rhythm(control, Period.parse(usual), List.of())));
            plan.rows("rhythms").stream()
                    .filter(row -> !row.text("control").isEmpty())
                    .forEach(row -> rhythms.put(row.text("control"), rhythm(row, usual)));
        });
        return List.copyOf(rhythms.values());
    }

    private static PlannedCollection.Rhythm rhythm(Answers row, String usual) {
        String every = row.text("every").isEmpty() ? usual : row.text("every");
        return new PlannedCollection.Rhythm(row.text("control"), Period.parse(every), locations(row));
    }

    /** One for each line or comma. */
    static List<String> locations(Answers row) {
        return Arrays.stream(row.text("locations").split("[,;\\n]"))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .distinct()
                .toList();
    }

    /** What is collected in the period, by the days on which it ends; nothing where no control recurs, or at one date. */
    List<PlannedCollection> collections(EngagementId engagement) {
        if (rhythms(engagement).isEmpty()) {
            return List.of();
        }
        ReportPlan report = engagements.facts(engagement).leadReport();
        return report.overPeriod() ? collections(engagement, report.start(), report.end()) : List.of();
    }

    /** As {@link #collections(EngagementId)}, for a period that ends, or ended, on this day. */
    List<PlannedCollection> collections(EngagementId engagement, LocalDate start, LocalDate end) {
        return rhythms(engagement).stream()
                .flatMap(rhythm -> rhythm.within(start, end).stream())
                .sorted(Comparator.comparing(collection -> collection.window().to()))
                .toList();
    }

    private Optional<Answers> plan(EngagementId engagement) {
        return answers(engagement, "PlanTests");
    }

    private Optional<Answers> answers(EngagementId engagement, String phrase) {
        return file.latest(engagement, phrase).map(record -> record.answers());
    }
}
