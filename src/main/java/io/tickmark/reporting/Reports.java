package io.tickmark.reporting;

import io.tickmark.engagement.ReportPlan;
import io.tickmark.evidence.DocumentFacts;
import io.tickmark.evidence.Documents;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports of each engagement, from their first draft on. It asks no rights; it joins the caller's transaction. */
@Service
@Transactional
public class Reports {

    private final ReportRepository reports;
    private final ReportEditionRepository editions;
    private final EditionTextRepository texts;
    private final Documents documents;
    private final Trail trail;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            ReportEditionRepository editions,
            EditionTextRepository texts,
            Documents documents,
            Trail trail,
            Clock clock) {
        this.reports = reports;
        this.editions = editions;
        this.texts = texts;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    /** In the order planned; empty before the first draft. */
    @Transactional(readOnly = true)
    public List<ReportFacts> of(EngagementId engagement) {
        return reports.findByEngagementIdOrderByPosition(engagement.value()).stream()
                .map(Report::facts)
                .toList();
    }

    /** The report that carries out a plan; empty before its first draft. */
    @Transactional(readOnly = true)
    public Optional<ReportFacts> of(EngagementId engagement, ReportPlan plan) {
        return of(engagement).stream()
                .filter(report -> report.plan().equals(plan.id()))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<ReportFacts> find(UUID id) {
        return reports.findById(id).map(Report::facts);
    }

    /** The date that all reports of the engagement carry; empty before the partner has set it. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> reportDate(EngagementId engagement) {
        return of(engagement).stream()
                .flatMap(report -> Optional.ofNullable(report.reportDate()).stream())
                .findFirst();
    }

    /** A refusal at the field while a report of the engagement is not issued (AT-C 105: the file is closed after it). */
    @Transactional(readOnly = true)
    List<Refusal> notIssued(EngagementId engagement, String field) {
        List<ReportFacts> all = of(engagement);
        boolean issued = !all.isEmpty() && all.stream().allMatch(ReportFacts::isIssued);
        return issued
                ? List.of()
                : List.of(new Refusal(field, "The report is not issued: the file is closed after it"));
    }

    /** The newest drafts, or what was issued, as a form shows them. */
    @Transactional(readOnly = true)
    List<Map<String, ?>> preview(EngagementId engagement) {
        return documents.preview(
                of(engagement).stream().map(ReportFacts::document).toList());
    }

    /** Newest first, drafts and the issued report together. */
    @Transactional(readOnly = true)
    List<ReportEdition.Answer> editions(UUID report) {
        return editions.findByReportIdOrderByNumberDesc(report).stream()
                .map(ReportEdition::answer)
                .toList();
    }

    /** The newest text of the report, as {@link ReportMarkup} made it. */
    @Transactional(readOnly = true)
    String markup(UUID report) {
        ReportEdition newest = editions.findByReportIdOrderByNumberDesc(report).get(0);
        return texts.findById(newest.id()).orElseThrow().markup();
    }

    /** When the newest text of the report was made. */
    @Transactional(readOnly = true)
    Instant draftMade(UUID report) {
        return editions(report).get(0).madeAt();
    }

    /** Keeps a new draft; its number follows the last one's. */
    void drafted(EngagementId engagement, int position, String opinion, PrintedReport printed) {
        ReportPlan plan = printed.text().plan();
        Report report = planned(engagement, plan).orElseGet(() -> new Report(engagement, position, plan));
        int draft = report.draft() + 1;
        DocumentFacts document = documents.count(printed.pdf());
        report.drafted(opinion, document.id());
        reports.save(report);
        edition(report, draft, false, opinion, document, printed.markup());
        Map<String, Object> facts = facts(report, document);
        facts.put("draft", draft);
        trail.record(engagement, "report-drafted", null, facts);
    }

    /** Keeps the report itself. */
    void issued(EngagementId engagement, PrintedReport printed) {
        Report report = planned(engagement, printed.text().plan())
                .orElseThrow(() -> new IllegalStateException("Only what was drafted can be issued"));
        DocumentFacts document = documents.count(printed.pdf());
        report.issued(document.id(), document.sha256(), clock.instant());
        edition(report, null, false, report.facts().opinion(), document, printed.markup());
        Map<String, Object> facts = facts(report, document);
        facts.put("reportDate", String.valueOf(report.facts().reportDate()));
        trail.record(engagement, "report-issued", null, facts);
    }

    /** Keeps a text that replaces the issued one; that one stays among the editions. */
    void revised(Report report, PrintedReport printed, Map<String, ?> why) {
        DocumentFacts document = documents.count(printed.pdf());
        report.revised(document.id(), document.sha256());
        edition(report, null, true, report.facts().opinion(), document, printed.markup());
        Map<String, Object> facts = facts(report, document);
        facts.putAll(why);
        trail.record(report.facts().engagement(), "report-revised", null, facts);
    }

    private Optional<Report> planned(EngagementId engagement, ReportPlan plan) {
        return reports.findByEngagementIdOrderByPosition(engagement.value()).stream()
                .filter(known -> known.plan().equals(plan.id()))
                .findFirst();
    }

    private void edition(
            Report report,
            @Nullable Integer draft,
            boolean revision,
            String opinion,
            DocumentFacts document,
            String markup) {
        ReportEdition edition = editions.save(new ReportEdition(
                report.id(),
                editions.countByReportId(report.id()) + 1,
                draft,
                revision,
                opinion,
                document.id(),
                document.sha256(),
                clock.instant()));
        texts.save(new EditionText(edition.id(), markup));
    }

    private static Map<String, Object> facts(Report report, DocumentFacts document) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("report", report.id());
        facts.put("opinion", report.facts().opinion());
        facts.put("document", document.id());
        facts.put("sha256", document.sha256());
        return facts;
    }

    /** Changes every report of the engagement that is not issued yet. */
    void each(EngagementId engagement, Consumer<Report> change) {
        reports.findByEngagementIdOrderByPosition(engagement.value()).stream()
                .filter(Report::isDraft)
                .forEach(change);
    }

    Report need(UUID id) {
        return reports.findById(id).orElseThrow(() -> new NotFound("There is no report " + id));
    }
}
