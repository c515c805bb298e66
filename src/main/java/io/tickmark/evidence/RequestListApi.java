package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.sheets.ImportAnswer;
import io.tickmark.sheets.SheetFormat;
import io.tickmark.sheets.SheetUpload;
import io.tickmark.web.AfterCommit;
import io.tickmark.web.Page;
import io.tickmark.workflow.Jobs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The request list as a whole: taken in, taken along, and many requests at once. */
@RestController
@RequestMapping("/api/engagements/{id}/requests")
class RequestListApi {

    private static final Duration STEPS = Duration.ofSeconds(5);

    private final RequestImport intake;
    private final RequestExport export;
    private final RequestBulk bulk;
    private final RequestRights rights;
    private final RequestSight sight;
    private final RequestAnswers answers;
    private final Jobs jobs;

    RequestListApi(
            RequestImport intake,
            RequestExport export,
            RequestBulk bulk,
            RequestRights rights,
            RequestSight sight,
            RequestAnswers answers,
            Jobs jobs) {
        this.intake = intake;
        this.export = export;
        this.bulk = bulk;
        this.rights = rights;
        this.sight = sight;
        this.answers = answers;
        this.jobs = jobs;
    }

    @PostMapping("/import")
    ImportAnswer take(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        EngagementFacts engagement = rights.mayAsk(actor, new EngagementId(id));
        return intake.take(actor, engagement.id(), SheetUpload.of(request), dryRun);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "xlsx") String format) {
        EngagementId engagement = new EngagementId(id);
        SheetFormat wanted = SheetFormat.of(format);
        RequestSight.View view =
                sight.view(actor, engagement).orElseThrow(() -> new NotFound("There is no engagement " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("requests." + wanted.word())
                                .build()
                                .toString())
                .body(export.of(engagement, view, wanted));
    }

    /** Which requests, by their ids. */
    record Assigned(@Nullable List<UUID> requests, @Nullable String owner) {}

    @PostMapping("/assign")
    Page<RequestAnswer> assign(Actor actor, @PathVariable UUID id, @RequestBody Assigned asked) {
        EngagementId engagement = rights.mayChase(actor, new EngagementId(id));
        return changed(actor, bulk.assign(actor, engagement, some(asked.requests()), asked.owner()));
    }

    record Reminded(@Nullable List<UUID> requests) {}

    @PostMapping("/remind")
    Page<RequestAnswer> remind(Actor actor, @PathVariable UUID id, @RequestBody Reminded asked) {
        EngagementId engagement = rights.mayChase(actor, new EngagementId(id));
        return changed(actor, bulk.remind(actor, engagement, some(asked.requests())));
    }

    record Extended(
            @Nullable List<UUID> requests,
            @Nullable LocalDate due,
            @Nullable String reason) {}

    @PostMapping("/extend")
    Page<RequestAnswer> extend(Actor actor, @PathVariable UUID id, @RequestBody Extended asked) {
        EngagementFacts engagement = rights.mayAsk(actor, new EngagementId(id));
        return changed(actor, bulk.extend(actor, engagement.id(), some(asked.requests()), asked.due(), asked.reason()));
    }

    record Withdrawn(
            @Nullable List<UUID> requests, @Nullable String reason) {}

    @PostMapping("/withdraw")
    Page<RequestAnswer> withdraw(Actor actor, @PathVariable UUID id, @RequestBody Withdrawn asked) {
        EngagementFacts engagement = rights.mayAsk(actor, new EngagementId(id));
        List<UUID> requests = some(asked.requests());
        bulk.withdraw(actor, engagement.id(), requests, asked.reason());
        AfterCommit.answer(() -> {
            jobs.quiet(engagement.id(), STEPS);
            return changed(actor, bulk.of(actor, engagement.id(), requests));
        });
        return Page.all(List.of());
    }

    private static List<UUID> some(@Nullable List<UUID> requests) {
        if (requests == null || requests.isEmpty() || requests.size() > RequestLines.MOST) {
            throw new Malformed("Name 1 to " + RequestLines.MOST + " requests by their ids in 'requests'.");
        }
        return requests.stream().distinct().toList();
    }

    private Page<RequestAnswer> changed(Actor actor, List<EvidenceRequest> requests) {
        return Page.all(answers.of(requests, actor, List.of()));
    }
}
