package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facts that letters and assertions repeat, as words. */
@Component
public class EngagementWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final Engagements engagements;
    private final Clients clients;

    EngagementWords(Engagements engagements, Clients clients) {
        this.engagements = engagements;
        this.clients = clients;
    }

    /** The audit firm's name, as it signs. */
    public String firm() {
        return clients.firm();
    }

    public String client(EngagementId engagement) {
        return clients.get(engagements.facts(engagement).client()).name();
    }

    /** As in "the trust services criteria for security", or "the control objectives stated in it". */
    public String measure(EngagementId engagement) {
        return engagements.facts(engagement).byObjectives()
                ? "the control objectives stated in it"
                : "the trust services criteria for " + categories(engagement);
    }

    /** As in "security, availability and privacy"; empty for a SOC 1. */
    public String categories(EngagementId engagement) {
        List<String> names = ProposedScope.categories(engagements.facts(engagement)).stream()
                .sorted()
                .map(Category::label)
                .map(label -> label.toLowerCase(Locale.ROOT))
                .toList();
        int last = names.size() - 1;
        if (last < 0) {
            return "";
        }
        return last == 0
                ? names.get(0)
                : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.get(last);
    }

    /** The report that leads. Only after scoping has decided on reports. */
    public ReportPlan lead(EngagementId engagement) {
        return engagements.facts(engagement).leadReport();
    }

    /** The SOC 3 that stands beside the leading report, with an assertion of its own. */
    public Optional<ReportPlan> publicReportBeside(EngagementId engagement) {
        return engagements.facts(engagement).reports().stream()
                .skip(1)
                .filter(ReportPlan::generalUse)
                .findFirst();
    }

    /** As in "throughout the period January 1, 2026 to December 31, 2026", or "as of June 30, 2026". */
    public static String timeFrame(ReportPlan report) {
        return report.overPeriod()
                ? "throughout the period " + day(report.start()) + " to " + day(report.end())
                : "as of " + day(report.end());
    }

    /** As in "January 1, 2026", like the report. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }
}
