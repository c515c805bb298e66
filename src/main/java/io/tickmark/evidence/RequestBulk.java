package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing to many requests of an engagement, or to none: every one that cannot have it done is named. */
@Component
@Transactional
class RequestBulk {

    private static final int LONGEST_REASON = 2000;

    private final RequestRepository table;
    private final Requests requests;
    private final RequestEntry entry;
    private final RequestChanges changes;
    private final Overdue overdue;
    private final FileLock lock;
    private final RequestSight sight;

    RequestBulk(
            RequestRepository table,
            Requests requests,
            RequestEntry entry,
            RequestChanges changes,
            Overdue overdue,
            FileLock lock,
            RequestSight sight) {
        this.table = table;
        this.requests = requests;
        this.entry = entry;
        this.changes = changes;
        this.overdue = overdue;
        this.lock = lock;
        this.sight = sight;
    }

    /** @param owner a username, or null for whoever owns controls */
    public List<EvidenceRequest> assign(Actor by, EngagementId engagement, List<UUID> ids, @Nullable String owner) {
        List<Refusal> refusals = new ArrayList<>();
        Actor to = entry.reading(engagement).owner(owner, refusals);
        List<EvidenceRequest> chosen =
                chosen(by, engagement, ids, refusals, r -> !r.state().isClosed());
        chosen.forEach(request -> changes.assign(request, to, by));
        lock.refuseChange(engagement);
        return chosen;
    }

    public List<EvidenceRequest> remind(Actor by, EngagementId engagement, List<UUID> ids) {
        List<EvidenceRequest> chosen =
                chosen(by, engagement, ids, new ArrayList<>(), r -> r.state().isWithOwner());
        chosen.forEach(request -> overdue.remind(request, by));
        return chosen;
    }

    public List<EvidenceRequest> extend(
            Actor by, EngagementId engagement, List<UUID> ids, @Nullable LocalDate due, @Nullable String reason) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate day = entry.due(due, refusals);
        List<EvidenceRequest> chosen =
                chosen(by, engagement, ids, refusals, r -> !r.state().isClosed());
        if (day != null) {
            chosen.forEach(request -> changes.extend(request, day, reason == null ? "" : reason.strip(), by));
        }
        lock.refuseChange(engagement);
        return chosen;
    }

    public void withdraw(Actor by, EngagementId engagement, List<UUID> ids, @Nullable String reason) {
        List<Refusal> refusals = new ArrayList<>();
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            refusals.add(new Refusal(
                    "reason", "Say why they are no longer wanted, in 1 to " + LONGEST_REASON + " characters"));
        }
        for (EvidenceRequest request :
                chosen(by, engagement, ids, refusals, r -> !r.state().isClosed())) {
            // a population's drafts are withdrawn with it
            if (!request.state().isClosed()) {
                requests.withdraw(request.id(), why, by);
            }
        }
    }

    /** In the order asked for. Throws {@link NotFound} when one is none of the engagement's that the person sees. */
    @Transactional(readOnly = true)
    public List<EvidenceRequest> of(Actor actor, EngagementId engagement, List<UUID> ids) {
        RequestSight.View view =
                sight.view(actor, engagement).orElseThrow(() -> new NotFound("There is no engagement " + engagement));
        Map<UUID, EvidenceRequest> all = table.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .collect(Collectors.toMap(EvidenceRequest::id, Function.identity()));
        return ids.stream()
                .map(id -> {
                    EvidenceRequest request = all.get(id);
                    if (request == null || !view.sees(request)) {
                        throw new NotFound("There is no request " + id);
                    }
                    return request;
                })
                .toList();
    }

    private List<EvidenceRequest> chosen(
            Actor by, EngagementId engagement, List<UUID> ids, List<Refusal> refusals, Predicate<EvidenceRequest> fit) {
        List<EvidenceRequest> chosen = of(by, engagement, ids);
        for (int i = 0; i < chosen.size(); i++) {
            EvidenceRequest request = chosen.get(i);
            if (!fit.test(request)) {
                refusals.add(new Refusal(
                        "requests[" + i + "]",
                        request.reference() + " is " + request.state().word() + "; take it out"));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return chosen;
    }
}
