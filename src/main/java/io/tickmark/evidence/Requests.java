package io.tickmark.evidence;

import static io.tickmark.evidence.RequestState.ACCEPTED;
import static io.tickmark.evidence.RequestState.DRAFT;
import static io.tickmark.evidence.RequestState.WITHDRAWN;
import static io.tickmark.scoping.EvidenceKind.POPULATION;

import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileClosing;
import io.tickmark.engagement.FileLock;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence request list of each engagement. It asks no rights; every call joins the caller's transaction. */
@Service
@Transactional
public class Requests {

    private static final Set<RequestState> CLOSED = Set.of(ACCEPTED, WITHDRAWN);

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final EvidenceRequestProcess process;
    private final RequestEnd end;
    private final Samples samples;
    private final Engagements engagements;
    private final People people;
    private final Confidence confidence;
    private final Trail trail;
    private final FileLock lock;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            DocumentRepository documents,
            EvidenceRequestProcess process,
            RequestEnd end,
            Samples samples,
            Engagements engagements,
            People people,
            Confidence confidence,
            Trail trail,
            FileLock lock,
            Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.process = process;
        this.end = end;
        this.samples = samples;
        this.engagements = engagements;
        this.people = people;
        this.confidence = confidence;
        this.trail = trail;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Asks for evidence, and starts the request's process on the engagement's own models. Sample items of a control
     * whose population is asked for and not yet accepted stay a draft until {@link #openSamples}.
     */
    public UUID raise(EngagementId engagement, NewRequest asked) {
        return raise(engagement, asked, null);
    }

    /** @param by who asks, or null for a step of the process */
    public UUID raise(EngagementId engagement, NewRequest asked, @Nullable Actor by) {
        return raise(engagement, List.of(asked), by, true).get(0);
    }

    /** As {@link #raise(EngagementId, NewRequest, Actor)}; nobody ever sees it whom it does not name. */
    UUID raiseConfidential(
            EngagementId engagement, NewRequest asked, Actor by, @Nullable List<@Nullable String> readers) {
        return raise(engagement, List.of(asked), by, true, request -> confidence.keep(request, readers, by))
                .get(0);
    }

    /**
     * Asks for all that is planned, in its order, in one go. Sample items stay a draft until {@link #openSamples} says
     * which they are.
     */
    public List<UUID> raiseAll(EngagementId engagement, List<NewRequest> planned) {
        return raise(engagement, planned, null, false);
    }

    /** Asks for all of a list that an auditor wrote; each as {@link #raise(EngagementId, NewRequest, Actor)} does. */
    void raiseListed(EngagementId engagement, List<NewRequest> listed, Actor by) {
        raise(engagement, listed, by, true);
    }

    private List<UUID> raise(EngagementId engagement, List<NewRequest> asked, @Nullable Actor by, boolean drawn) {
        return raise(engagement, asked, by, drawn, request -> {});
    }

    /** @param first what is done with each before anybody is told of it */
    private List<UUID> raise(
            EngagementId engagement,
            List<NewRequest> asked,
            @Nullable Actor by,
            boolean drawn,
            Consumer<EvidenceRequest> first) {
        engagements.lock(engagement);
        ClientId client = engagements.outline(engagement).client();
        int number = requests.lastNumber(engagement.value());
        List<EvidenceRequest> raised = new ArrayList<>();
        for (NewRequest one : asked) {
            raised.add(requests.save(new EvidenceRequest(engagement, client, ++number, one, by, clock.instant())));
        }
        // as rows, which those who are named refer to
        List<EvidenceRequest> all = requests.findByEngagementIdOrderByNumber(engagement.value());
        raised.forEach(first);
        List<EvidenceRequest> ready = new ArrayList<>();
        for (EvidenceRequest request : raised) {
            List<EvidenceRequest> awaited = samples.awaited(request, all);
            trail.record(engagement, "request-raised", by, raised(request, awaited));
            if (awaited.isEmpty() && (drawn || request.kind() != EvidenceKind.SAMPLE)) {
                ready.add(request);
            }
        }
        lock.refuseChange(engagement);
        ready.forEach(this::open);
        return raised.stream().map(EvidenceRequest::id).toList();
    }

    private Map<String, @Nullable Object> raised(EvidenceRequest request, List<EvidenceRequest> awaited) {
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        PersonId owner = request.owner();
        facts.put("kind", request.kind());
        facts.put("controls", request.controls());
        facts.put("owner", owner == null ? null : people.username(owner));
        facts.put("due", request.due());
        if (!awaited.isEmpty()) {
            facts.put(
                    "waitsFor", awaited.stream().map(EvidenceRequest::reference).toList());
        }
        return facts;
    }

    private void open(EvidenceRequest request) {
        request.open();
        process.start(request);
    }

    /**
     * Gives the items selected from a control's accepted population to its sample requests that have none yet, and
     * opens those that wait for no other population. A request for another window waits for its own.
     *
     * @param items one per line, in the order selected
     */
    public void openSamples(EngagementId engagement, String control, String items) {
        for (EvidenceRequest sample : samples.of(engagement, control)) {
            List<EvidenceRequest> awaited = samples.awaited(sample);
            if (awaited.stream().anyMatch(population -> population.controls().contains(control))) {
                continue;
            }
            boolean draft = sample.state() == DRAFT;
            if (draft || sample.items().isEmpty()) {
                sample.addItems(items);
            }
            if (draft && awaited.isEmpty()) {
                Map<String, @Nullable Object> facts = RequestTrail.facts(sample);
                facts.put("items", sample.items().size());
                trail.record(engagement, "samples-requested", null, facts);
                open(sample);
            }
        }
    }

    /** All requests of the engagement by their numbers, closed ones included. */
    @Transactional(readOnly = true)
    public List<RequestFacts> of(EngagementId engagement) {
        return requests.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .map(EvidenceRequest::facts)
                .toList();
    }

    /** Throws {@link NotFound}. */
    @Transactional(readOnly = true)
    public RequestFacts get(UUID id) {
        return find(id).facts();
    }

    /** How many requests of the engagement are neither accepted nor withdrawn; drafts count. */
    @Transactional(readOnly = true)
    public int openCount(EngagementId engagement) {
        return requests.countByEngagementIdAndStateNotIn(engagement.value(), CLOSED);
    }

    /** Whether nothing more is expected for a control; true also where nothing was asked. */
    @Transactional(readOnly = true)
    public boolean allClosed(EngagementId engagement, String control) {
        return requests.ofControl(engagement.value(), control).stream()
                .allMatch(r -> r.state().isClosed());
    }

    /** The documents accepted as evidence for a control, by the numbers of their requests. */
    @Transactional(readOnly = true)
    public List<GivenDocument> accepted(EngagementId engagement, String control) {
        Map<UUID, EvidenceRequest> accepted = new LinkedHashMap<>();
        requests.ofControl(engagement.value(), control).stream()
                .filter(r -> r.state() == ACCEPTED)
                .forEach(r -> accepted.put(r.id(), r));
        if (accepted.isEmpty()) {
            return List.of();
        }
        List<Document> given = documents.ofRequests(accepted.keySet()).stream()
                .filter(d -> d.state() == DocumentState.ACCEPTED)
                .toList();
        return accepted.values().stream()
                .flatMap(r ->
                        given.stream().filter(d -> r.id().equals(d.request())).map(d -> given(r, d)))
                .toList();
    }

    private static GivenDocument given(EvidenceRequest request, Document document) {
        RequestFacts facts = request.facts();
        return new GivenDocument(document.facts(), facts.id(), facts.reference(), facts.title(), facts.kind());
    }

    /**
     * How many records the control's accepted population has: the newest for each window that was asked for, together.
     * Empty where no population is accepted; 0 is a nil population.
     */
    @Transactional(readOnly = true)
    public Optional<Integer> population(EngagementId engagement, String control) {
        Map<String, Integer> windows = new LinkedHashMap<>();
        requests.ofControl(engagement.value(), control).stream()
                .filter(r -> r.kind() == POPULATION && r.state() == ACCEPTED)
                .map(EvidenceRequest::facts)
                .forEach(r -> windows.put(
                        r.coversFrom() + " " + r.coversTo(), Objects.requireNonNullElse(r.populationCount(), 0)));
        return windows.values().stream().reduce(Integer::sum);
    }

    /** Ends a request that is no longer wanted; one that ended before makes a {@link io.tickmark.kernel.Conflict}. */
    public void withdraw(UUID id, String reason, @Nullable Actor by) {
        engagements.lock(get(id).engagement());
        EvidenceRequest request = requests.lock(id).orElseThrow(() -> missing(id));
        request.askToWithdraw(reason, by);
        if (!process.withdraw(request)) {
            end.withdraw(id);
        }
    }

    private void withdrawAll(EngagementId engagement, String reason) {
        requests.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .filter(r -> !r.state().isClosed())
                .forEach(r -> {
                    // the samples of a withdrawn population are withdrawn with it
                    if (!r.state().isClosed()) {
                        withdraw(r.id(), reason, null);
                    }
                });
    }

    @EventListener
    void engagementEnds(EngagementWithdrawn event) {
        withdrawAll(event.engagement(), "The engagement was withdrawn");
    }

    /** What was asked after the file was said to be complete. */
    @EventListener
    void fileCloses(FileClosing event) {
        withdrawAll(event.engagement(), "The file was locked");
    }

    private EvidenceRequest find(UUID id) {
        return requests.findById(id).orElseThrow(() -> missing(id));
    }

    private static NotFound missing(UUID id) {
        return new NotFound("There is no request " + id);
    }
}
