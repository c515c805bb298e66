package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes to light after a report is issued, and what becomes of the report by it (AT-C 205). */
@Service
@Transactional
class PostIssue {

    private final DiscoveredFactsRepository table;
    private final Reports reports;
    private final ReportRevision revision;
    private final PostIssueProcess process;
    private final Trail trail;
    private final Clock clock;

    PostIssue(
            DiscoveredFactsRepository table,
            Reports reports,
            ReportRevision revision,
            PostIssueProcess process,
            Trail trail,
            Clock clock) {
        this.table = table;
        this.reports = reports;
        this.revision = revision;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** Throws {@link Conflict} for a report that was never issued or is recalled, {@link Refused} for a future date. */
    DiscoveredFacts found(ReportFacts report, LocalDate foundOn, String description, Actor by) {
        if (report.state() == ReportState.DRAFT || report.state() == ReportState.RECALLED) {
            throw new Conflict("The report is " + report.state().word()
                    + (report.isIssued() ? " already: nobody relies on it" : ": what is found now goes into it"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (foundOn.isAfter(today)) {
            throw new Refused("foundOn", "The day on which it was found is " + today + " at the latest");
        }
        DiscoveredFacts facts = table.save(new DiscoveredFacts(report, foundOn, description, by, clock.instant()));
        trail.record(
                report.engagement(),
                "facts-found-after-issue",
                by,
                Map.of("facts", facts.id(), "report", report.id(), "foundOn", foundOn, "description", description));
        process.factsFound(facts);
        return facts;
    }

    DiscoveredFacts need(UUID id) {
        return table.findById(id).orElseThrow(() -> new NotFound("There are no facts " + id));
    }

    /** The text that is to replace the issued one; none where the report is recalled. */
    @Transactional(readOnly = true)
    public List<ReportText> texts(UUID factsId) {
        DiscoveredFacts facts = need(factsId);
        ReportFacts report = reports.need(facts.report()).facts();
        return report.state() == ReportState.RECALLED || !Objects.equals(facts.action(), "revise")
                ? List.of()
                : reliedOn(facts.engagement()).stream().map(revision::of).toList();
    }

    /** The reports that rest on the same tests: none of them stands while another one falls. */
    private List<ReportFacts> reliedOn(EngagementId engagement) {
        return reports.of(engagement).stream()
                .filter(report -> report.isIssued() && report.state() != ReportState.RECALLED)
                .toList();
    }

    /**
     * The readers were told: the report is revised or recalled from now on, and so is what else rests on the same tests. A
     * recalled one stays so.
     *
     * @param printed the revised reports, see {@link #texts}
     */
    void readersTold(UUID factsId, List<PrintedReport> printed) {
        DiscoveredFacts facts = need(factsId);
        if (!List.of("revise", "recall").contains(Objects.requireNonNullElse(facts.action(), ""))) {
            throw new IllegalStateException(
                    "The partner has not decided to revise or recall the report for the facts " + factsId);
        }
        if (reports.need(facts.report()).facts().state() == ReportState.RECALLED) {
            return;
        }
        if (Objects.equals(facts.action(), "recall")) {
            reliedOn(facts.engagement()).forEach(report -> {
                reports.need(report.id()).recalled();
                trail.record(facts.engagement(), "report-recalled", null, told(facts, report));
            });
        } else {
            printed.forEach(text -> {
                ReportFacts report = reports.of(facts.engagement(), text.text().plan())
                        .orElseThrow(() -> new IllegalStateException("Only what was issued can be revised"));
                reports.revised(reports.need(report.id()), text, told(facts, report));
            });
        }
    }

    private static Map<String, Object> told(DiscoveredFacts facts, ReportFacts report) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("report", report.id());
        told.put("facts", facts.id());
        told.put("before", report.state().word());
        return told;
    }
}
