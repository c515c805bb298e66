package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.web.AfterCommit;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import io.tickmark.workflow.Jobs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RequestsApi {

    private static final Duration STEPS = Duration.ofSeconds(5);

    private final Requests requests;
    private final RequestRepository table;
    private final RequestEntry entry;
    private final RequestSight sight;
    private final RequestAnswers answers;
    private final Samples samples;
    private final RequestRights rights;
    private final Jobs jobs;

    RequestsApi(
            Requests requests,
            RequestRepository table,
            RequestEntry entry,
            RequestSight sight,
            RequestAnswers answers,
            Samples samples,
            RequestRights rights,
            Jobs jobs) {
        this.requests = requests;
        this.table = table;
        this.entry = entry;
        this.sight = sight;
        this.answers = answers;
        this.samples = samples;
        this.rights = rights;
        this.jobs = jobs;
    }

    @GetMapping("/api/engagements/{id}/requests")
    Page<RequestAnswer> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        RequestSight.View view =
                sight.view(actor, new EngagementId(id)).orElseThrow(() -> new NotFound("There is no engagement " + id));
        int rows = Page.limit(limit);
        List<EvidenceRequest> found = table.page(
                id, after(cursor), view.all(), view.audits(), actor.id().value(), Limit.of(rows + 1));
        Page<EvidenceRequest> page = Page.of(found, rows, r -> Cursor.at(r.number()));
        return new Page<>(answers.of(page.items(), actor, List.of()), page.next());
    }

    private static int after(@Nullable String cursor) {
        Cursor place = Cursor.read(cursor, 1);
        try {
            return place == null ? 0 : Integer.parseInt(place.field(0));
        } catch (NumberFormatException other) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }

    @PostMapping("/api/engagements/{id}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    RequestAnswer raise(Actor actor, @PathVariable UUID id, @RequestBody RequestEntry.Sent sent) {
        EngagementFacts engagement = rights.mayAsk(actor, new EngagementId(id));
        NewRequest asked = entry.read(engagement.id(), sent);
        UUID raised = Boolean.TRUE.equals(sent.confidential())
                ? requests.raiseConfidential(engagement.id(), asked, actor, sent.readers())
                : requests.raise(engagement.id(), asked, actor);
        return answer(actor, raised);
    }

    @GetMapping("/api/requests/{id}")
    RequestAnswer get(Actor actor, @PathVariable UUID id) {
        return answer(actor, id);
    }

    record Withdrawal(@Nullable String reason) {

        String given() {
            if (reason == null || reason.isBlank()) {
                throw new Refused("reason", "Say why it is no longer wanted; the reason stands in the trail");
            }
            return reason.strip();
        }
    }

    @PostMapping("/api/requests/{id}/withdraw")
    RequestAnswer withdraw(Actor actor, @PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        EngagementId engagement = visible(actor, id).engagement();
        rights.needAuditor(actor, engagement);
        requests.withdraw(id, withdrawal.given(), actor);
        AfterCommit.answer(() -> {
            jobs.quiet(engagement, STEPS);
            return answer(actor, id);
        });
        return answer(actor, id);
    }

    private RequestAnswer answer(Actor actor, UUID id) {
        EvidenceRequest request = visible(actor, id);
        List<EvidenceRequest> awaited = request.state() == RequestState.DRAFT ? samples.awaited(request) : List.of();
        return answers.of(List.of(request), actor, named(actor, awaited)).get(0);
    }

    /** By their references, those that the person may know of. */
    private List<String> named(Actor actor, List<EvidenceRequest> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        Set<UUID> hidden = sight.hidden(
                actor,
                some.get(0).engagement(),
                some.stream().map(EvidenceRequest::id).toList());
        return some.stream()
                .map(request -> hidden.contains(request.id()) ? Finding.CONFIDENTIAL : request.reference())
                .toList();
    }

    private EvidenceRequest visible(Actor actor, UUID id) {
        return table.findById(id)
                .filter(r -> sight.sees(actor, r))
                .orElseThrow(() -> new NotFound("There is no request " + id));
    }
}
