package io.tickmark.evidence;

import static io.tickmark.evidence.RequestState.ACCEPTED;
import static io.tickmark.evidence.RequestState.CLIENT_REVIEW;
import static io.tickmark.evidence.RequestState.DRAFT;
import static io.tickmark.evidence.RequestState.IN_PROGRESS;
import static io.tickmark.evidence.RequestState.OPEN;
import static io.tickmark.evidence.RequestState.RETURNED;
import static io.tickmark.evidence.RequestState.SUBMITTED;
import static io.tickmark.evidence.RequestState.WITHDRAWN;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.scoping.EvidenceKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One thing asked for, from the moment it is raised until it is accepted or withdrawn. */
@Entity
@EntityListeners(NotedChanges.class)
class EvidenceRequest {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(nullable = false)
    private UUID clientId;

    @Column(name = "number_no", nullable = false)
    private int number;

    @Column(nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EvidenceKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RequestState state;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "request_control", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position_no")
    @Column(name = "control_ref", nullable = false)
    private List<String> controls = new ArrayList<>();

    private @Nullable UUID ownerId;

    @Column(nullable = false)
    private LocalDate due;

    private @Nullable LocalDate coversFrom;
    private @Nullable LocalDate coversTo;
    private boolean clientReview;
    private @Nullable String sampleOf;

    @Column(length = LONG_TEXT)
    private @Nullable String sampleItems;

    private boolean confidential;
    private boolean recurring;
    private @Nullable String location;
    private @Nullable LocalDate missedOn;

    @Embedded
    private @Nullable CountedPopulation population;

    @Embedded
    private @Nullable AskedWithdrawal withdrawal;

    private int reminders;
    private @Nullable LocalDate remindedOn;

    @Column(nullable = false)
    private Instant raisedAt;

    @SuppressWarnings("UnusedVariable") // kept for who asks the database
    private @Nullable UUID raisedBy;

    /** Whether something changed by which its documents are found, or who may find them. */
    @Transient
    private boolean findable;

    /** Null until it is saved: that is how a new row is told. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected EvidenceRequest() {}

    EvidenceRequest(
            EngagementId engagement, ClientId client, int number, NewRequest asked, @Nullable Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.clientId = client.value();
        this.number = number;
        this.title = asked.title();
        this.kind = asked.kind();
        this.state = DRAFT;
        this.controls.addAll(asked.controls());
        this.ownerId = asked.owner() == null ? null : asked.owner().value();
        this.due = asked.due();
        this.coversFrom = asked.coversFrom();
        this.coversTo = asked.coversTo();
        this.clientReview = asked.clientReview();
        this.sampleOf = asked.sampleOf();
        this.recurring = asked.recurring();
        this.location = asked.location();
        this.raisedAt = at;
        this.raisedBy = by == null ? null : by.id().value();
    }

    void open() {
        become(OPEN, DRAFT);
    }

    /** @param person whose it is from now on; null for nobody's in particular */
    void handTo(@Nullable PersonId person) {
        ownerId = person == null ? null : person.value();
        findable = true;
    }

    /** The owner has begun; a request that came back is at work again. */
    void begin() {
        become(IN_PROGRESS, OPEN, IN_PROGRESS, RETURNED);
    }

    void giveToClientReview() {
        become(CLIENT_REVIEW, OPEN, IN_PROGRESS, RETURNED);
    }

    void submit() {
        become(SUBMITTED, OPEN, IN_PROGRESS, RETURNED, CLIENT_REVIEW);
    }

    /** The client's own review sends it back: to the auditor it is still at work. */
    void returnInside() {
        become(IN_PROGRESS, CLIENT_REVIEW);
    }

    void returnToOwner() {
        become(RETURNED, SUBMITTED);
    }

    void accept() {
        become(ACCEPTED, SUBMITTED);
    }

    /** Says why it is no longer wanted; it ends when its process does. */
    void askToWithdraw(String reason, @Nullable Actor by) {
        if (state.isClosed()) {
            throw stays();
        }
        withdrawal = new AskedWithdrawal(reason, by);
    }

    void withdraw() {
        become(WITHDRAWN, DRAFT, OPEN, IN_PROGRESS, CLIENT_REVIEW, SUBMITTED, RETURNED);
    }

    void remind(LocalDate day) {
        reminders++;
        remindedOn = day;
    }

    /** Nothing came for its window; the first day on which that was seen is kept. False where it is known already. */
    boolean miss(LocalDate day) {
        boolean first = missedOn == null;
        missedOn = first ? day : missedOn;
        return first;
    }

    /** Throws {@link Conflict} for one that has ended. */
    void extend(LocalDate later) {
        if (state.isClosed()) {
            throw stays();
        }
        due = later;
    }

    /** Throws {@link Conflict} for one that has ended. */
    void rename(String other) {
        if (state.isClosed()) {
            throw stays();
        }
        title = other;
        findable = true;
    }

    private void become(RequestState next, RequestState... from) {
        if (!Set.of(from).contains(state)) {
            throw stays();
        }
        state = next;
    }

    private Conflict stays() {
        return new Conflict(reference() + " is " + state.word() + " already");
    }

    void populationIs(CountedPopulation counted) {
        population = counted;
    }

    /** Adds to the items already selected, since one request may serve several controls. */
    void addItems(String items) {
        sampleItems = sampleItems == null ? items : sampleItems + "\n" + items;
    }

    /** Whether it names who may see it. */
    void confide(boolean named) {
        confidential = named;
        findable = true;
    }

    /** True once after such a change. */
    boolean takeFindable() {
        boolean changed = findable;
        findable = false;
        return changed;
    }

    boolean isConfidential() {
        return confidential;
    }

    UUID id() {
        return id;
    }

    EngagementId engagement() {
        return new EngagementId(engagementId);
    }

    ClientId client() {
        return new ClientId(clientId);
    }

    int number() {
        return number;
    }

    String reference() {
        return "R-" + number;
    }

    String label() {
        return reference() + " " + title;
    }

    EvidenceKind kind() {
        return kind;
    }

    RequestState state() {
        return state;
    }

    List<String> controls() {
        return List.copyOf(controls);
    }

    boolean clientReview() {
        return clientReview;
    }

    @Nullable
    PersonId owner() {
        return ownerId == null ? null : new PersonId(ownerId);
    }

    LocalDate due() {
        return due;
    }

    String title() {
        return title;
    }

    /** How often its owner was reminded, by people and by the calendar. */
    int reminders() {
        return reminders;
    }

    /** The last time; null before the first. */
    @Nullable
    LocalDate remindedOn() {
        return remindedOn;
    }

    /** Whether it is one of many, asked for again for each window. */
    boolean isRecurring() {
        return recurring;
    }

    /** Null where the control runs in one place. */
    @Nullable
    String location() {
        return location;
    }

    /** Null while nothing was missed. */
    @Nullable
    LocalDate missedOn() {
        return missedOn;
    }

    @Nullable
    String sampleOf() {
        return sampleOf;
    }

    /** One item per line, in the order selected; empty before the selection. */
    List<String> items() {
        return sampleItems == null
                ? List.of()
                : sampleItems.lines().filter(i -> !i.isBlank()).toList();
    }

    /** Empty before it was given. */
    CountedPopulation population() {
        return population == null ? new CountedPopulation() : population;
    }

    /** Empty for one that is wanted. */
    AskedWithdrawal withdrawal() {
        return withdrawal == null ? new AskedWithdrawal() : withdrawal;
    }

    RequestFacts facts() {
        return new RequestFacts(
                id,
                engagement(),
                reference(),
                title,
                kind,
                state,
                controls(),
                owner(),
                due,
                clientReview,
                coversFrom,
                coversTo,
                sampleOf,
                population().count,
                version == null ? 0 : version);
    }
}
