package io.tickmark.reporting;

import io.tickmark.evidence.DocumentFacts;
import io.tickmark.evidence.Documents;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportsApi {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ReportSight sight;
    private final Reports reports;
    private final PostIssue postIssue;
    private final Documents documents;
    private final Freshness freshness;

    ReportsApi(ReportSight sight, Reports reports, PostIssue postIssue, Documents documents, Freshness freshness) {
        this.sight = sight;
        this.reports = reports;
        this.postIssue = postIssue;
        this.documents = documents;
        this.freshness = freshness;
    }

    @GetMapping("/api/engagements/{id}/reports")
    Page<ReportAnswer> list(Actor actor, @PathVariable UUID id) {
        return Page.all(sight.seen(actor, new EngagementId(id)).stream()
                .map(this::answer)
                .toList());
    }

    @GetMapping("/api/reports/{id}")
    ReportAnswer get(Actor actor, @PathVariable UUID id) {
        return answer(sight.need(actor, id));
    }

    private ReportAnswer answer(ReportFacts report) {
        return ReportAnswer.of(report, freshness.until(report));
    }

    @GetMapping("/api/reports/{id}/versions")
    Page<ReportEdition.Answer> versions(Actor actor, @PathVariable UUID id) {
        return Page.all(reports.editions(sight.need(actor, id).id()));
    }

    /**
     * The issued report, or the newest draft. The report is its PDF; the others are its text to work with, made of what
     * the PDF was made of.
     */
    @GetMapping("/api/reports/{id}/content")
    void content(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "pdf") String format,
            HttpServletResponse response)
            throws IOException {
        ReportFacts report = sight.need(actor, id);
        switch (format) {
            case "pdf" -> send(report, response);
            case "html" -> send(report, "xhtml", reports.markup(id).getBytes(StandardCharsets.UTF_8), response);
            case "docx" -> send(report, "docx", ReportDocx.of(reports.markup(id)), response);
            default -> throw new Malformed("format is pdf, docx or html, not \"" + format + "\".");
        }
    }

    private void send(ReportFacts report, String ending, byte[] bytes, HttpServletResponse response)
            throws IOException {
        String name = documents
                .find(report.document())
                .map(DocumentFacts::name)
                .orElse("report.pdf")
                .replaceFirst("\\.pdf$", "." + ending);
        response.setContentType(ending.equals("docx") ? DOCX : MediaType.APPLICATION_XHTML_XML_VALUE);
        response.setContentLength(bytes.length);
        heads(name, response);
        response.getOutputStream().write(bytes);
    }

    /** @param name our own, in ASCII and without quotes */
    private static void heads(String name, HttpServletResponse response) {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private void send(ReportFacts report, HttpServletResponse response) throws IOException {
        DocumentFacts document = documents
                .find(report.document())
                .orElseThrow(() -> new IllegalStateException("The document of report " + report.id() + " is missing"));
        try (InputStream bytes = documents.open(document.id())) {
            response.setContentType(document.contentType());
            response.setContentLengthLong(document.size());
            heads(document.name(), response);
            response.setHeader("ETag", '"' + document.sha256() + '"');
            bytes.transferTo(response.getOutputStream());
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw failure;
        }
    }

    /** What the partner or manager tells of facts that came to light after issue. */
    record Found(@Nullable LocalDate foundOn, @Nullable String description) {

        LocalDate day() {
            List<Refusal> missing = new ArrayList<>();
            if (foundOn == null) {
                missing.add(new Refusal("foundOn", "Say on which day it was found, as in 2026-07-31"));
            }
            if (description == null || description.isBlank()) {
                missing.add(new Refusal("description", "Say what came to light"));
            }
            if (foundOn == null || !missing.isEmpty()) {
                throw new Refused(missing);
            }
            return foundOn;
        }

        String text() {
            return description == null ? "" : description.strip();
        }
    }

    @PostMapping("/api/reports/{id}/facts")
    @ResponseStatus(HttpStatus.CREATED)
    DiscoveredFacts.Answer found(Actor actor, @PathVariable UUID id, @RequestBody Found found) {
        ReportFacts report = sight.need(actor, id);
        sight.needLead(actor, report.engagement());
        return postIssue.found(report, found.day(), found.text(), actor).answer();
    }
}
