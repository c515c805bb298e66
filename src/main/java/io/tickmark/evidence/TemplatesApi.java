package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.identity.Functions;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.sheets.ImportAnswer;
import io.tickmark.sheets.SheetFormat;
import io.tickmark.sheets.SheetUpload;
import io.tickmark.trail.Trail;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The firm's request templates: its people use them, its managers and partners write them. No client sees them. */
@RestController
class TemplatesApi {

    private final TemplateTable templates;
    private final TemplateUse use;
    private final RequestRights rights;
    private final Trail trail;

    TemplatesApi(TemplateTable templates, TemplateUse use, RequestRights rights, Trail trail) {
        this.templates = templates;
        this.use = use;
        this.rights = rights;
        this.trail = trail;
    }

    @GetMapping("/api/request-templates")
    Page<RequestTemplate> list(Actor actor) {
        needFirm(actor);
        return Page.all(templates.all());
    }

    @GetMapping("/api/request-templates/{id}")
    RequestTemplate get(Actor actor, @PathVariable UUID id) {
        needFirm(actor);
        return find(id);
    }

    /** As a list that an import reads. */
    @GetMapping("/api/request-templates/{id}/export")
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "xlsx") String format) {
        needFirm(actor);
        SheetFormat wanted = SheetFormat.of(format);
        List<List<@Nullable Object>> rows =
                find(id).lines().stream().map(TemplatesApi::row).toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("request-template." + wanted.word())
                                .build()
                                .toString())
                .body(wanted.write("Template", TemplateLines.HEADING, rows));
    }

    private static List<@Nullable Object> row(RequestTemplate.Line line) {
        return Arrays.asList(
                line.title(),
                line.kind().name(),
                String.join(";", line.criteria()),
                line.dueDays(),
                line.clientReview() ? "yes" : "no");
    }

    /** Takes a template in; one of the same name is replaced. What was asked for by it stays. */
    @PostMapping("/api/request-templates/import")
    ImportAnswer take(
            Actor actor,
            @RequestParam @Nullable String name,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        needWriter(actor);
        List<Refusal> refusals = new ArrayList<>();
        String called = TemplateEntry.name(name, refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Optional<RequestTemplate> before = templates.named(called);
        refuseShipped(before);
        List<TemplateLines.Read> read = TemplateLines.read(SheetUpload.of(request));
        read.forEach(line -> line.refusals()
                .forEach(refusal -> refusals.add(
                        new Refusal("line " + line.number() + ": " + refusal.field(), refusal.message()))));
        if (!dryRun) {
            if (!refusals.isEmpty()) {
                throw new Refused(refusals);
            }
            RequestTemplate taken = new RequestTemplate(
                    before.map(RequestTemplate::id).orElseGet(UUID::randomUUID),
                    called,
                    false,
                    read.stream()
                            .map(TemplateLines.Read::line)
                            .flatMap(Stream::ofNullable)
                            .toList(),
                    before.map(old -> old.version() + 1).orElse(0));
            templates.save(taken);
            record(before.isEmpty() ? "request-template-made" : "request-template-replaced", actor, taken);
        }
        return ImportAnswer.of(
                dryRun, read.stream().map(line -> outcome(line, before)).toList());
    }

    private static ImportAnswer.Line outcome(TemplateLines.Read read, Optional<RequestTemplate> before) {
        RequestTemplate.Line line = read.line();
        if (line == null) {
            return ImportAnswer.Line.refused(read.number(), read.title(), read.refusals());
        }
        boolean there =
                before.filter(template -> template.lines().contains(line)).isPresent();
        return ImportAnswer.Line.good(
                read.number(), read.title(), there ? ImportAnswer.UNCHANGED : ImportAnswer.CREATED);
    }

    /** Changes its name and its lines, all of them as they are sent; what was asked for by it stays. */
    @PutMapping("/api/request-templates/{id}")
    RequestTemplate change(Actor actor, @PathVariable UUID id, @RequestBody TemplateEntry.Sent sent) {
        needWriter(actor);
        templates.hold(id);
        RequestTemplate before = find(id);
        refuseShipped(Optional.of(before));
        RequestTemplate changed = TemplateEntry.read(before, sent);
        if (!Integer.valueOf(before.version()).equals(sent.version())) {
            throw new Conflict(
                    "'" + before.name() + "' has changed since you read it: it is at version " + before.version());
        }
        if (templates
                .named(changed.name())
                .filter(other -> !other.id().equals(id))
                .isPresent()) {
            throw new Refused("name", "Another template is called so already");
        }
        templates.save(changed);
        record("request-template-changed", actor, changed);
        return changed;
    }

    @DeleteMapping("/api/request-templates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id) {
        needWriter(actor);
        RequestTemplate template = find(id);
        refuseShipped(Optional.of(template));
        templates.remove(id);
        record("request-template-removed", actor, template);
    }

    /**
     * @param owner a username; left out for whoever owns controls
     * @param due left out for each line's own
     */
    record Applied(
            @Nullable UUID template,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    @PostMapping("/api/engagements/{id}/requests/template")
    TemplateUse.Outcome apply(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Applied applied) {
        EngagementFacts engagement = rights.mayAsk(actor, new EngagementId(id));
        if (applied.template() == null) {
            throw new Refused("template", "Name the template by its id");
        }
        return use.apply(actor, engagement.id(), find(applied.template()), applied.owner(), applied.due(), dryRun);
    }

    private RequestTemplate find(UUID id) {
        return templates.find(id).orElseThrow(() -> new NotFound("There is no request template " + id));
    }

    private void record(String event, Actor actor, RequestTemplate template) {
        trail.recordFirm(
                event,
                actor,
                Map.of(
                        "template",
                        template.id(),
                        "name",
                        template.name(),
                        "lines",
                        template.lines().size()));
    }

    private static void refuseShipped(Optional<RequestTemplate> template) {
        if (template.filter(RequestTemplate::shipped).isPresent()) {
            throw new Conflict("This template came with the product and stays; export it and import it under a name of"
                    + " your own");
        }
    }

    private static void needFirm(Actor actor) {
        if (!actor.ofTheFirm()) {
            throw new Forbidden("Request templates are the firm's");
        }
    }

    private static void needWriter(Actor actor) {
        needFirm(actor);
        if (!actor.may(Functions.AUDIT_MANAGER) && !actor.may(Functions.AUDIT_PARTNER)) {
            throw new Forbidden("Request templates are written by the firm's managers and partners");
        }
    }
}
