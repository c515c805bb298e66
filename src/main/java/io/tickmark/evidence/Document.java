package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.storage.ChunkHashes;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document that counts: its bytes are in the store under its id. */
@Entity
@EntityListeners(NotedChanges.class)
class Document {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(nullable = false)
    private UUID clientId;

    private @Nullable UUID requestId;
    private @Nullable String taskId;
    private @Nullable String processInstance;

    @Column(nullable = false)
    private String name;

    @Column(name = "size_bytes")
    private long size;

    @Column(nullable = false)
    private String contentType;

    @Column(nullable = false)
    private String sha256;

    @Column(nullable = false, length = LONG_TEXT)
    private String chunkHashes;

    private @Nullable String storeVersion;

    /** Whose bytes it rests on, and where they are kept; null for one with bytes of its own. */
    private @Nullable UUID bytesOf;

    private @Nullable UUID bytesEngagementId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DocumentState state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MadeBy madeBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Audience audience;

    private @Nullable UUID uploadedBy;

    @Column(nullable = false)
    private Instant uploadedAt;

    @Column(nullable = false)
    private UUID seriesId;

    private int versionNo;

    @Column(name = "position_no")
    private int position;

    /** What became of reading it; null until then. */
    @Enumerated(EnumType.STRING)
    private @Nullable DocumentState reading;

    @Enumerated(EnumType.STRING)
    private @Nullable Malware malware;

    private boolean given;
    private boolean released;
    private @Nullable LocalDate coversFrom;
    private @Nullable LocalDate coversTo;

    @Embedded
    private @Nullable Collected collected;

    @Embedded
    private @Nullable Purge purge;

    @Column(nullable = false, length = LONG_TEXT)
    private String findings = "[]";

    /** Null until it is saved: that is how a new row is told. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Document() {}

    /**
     * The first of its name in its place.
     *
     * @param by null where the application made it
     */
    Document(Place place, Received received, @Nullable PersonId by, Instant at) {
        this.id = received.id();
        this.engagementId = place.engagement().value();
        this.clientId = place.client().value();
        this.requestId = place.request();
        this.taskId = place.task();
        this.processInstance = place.processInstance();
        this.name = received.name();
        this.size = received.stored().size();
        this.contentType = received.contentType();
        this.sha256 = received.stored().sha256();
        this.chunkHashes = received.stored().chunks().toString();
        this.storeVersion = received.stored().version();
        this.state = DocumentState.RECEIVED;
        this.madeBy = place.madeBy();
        this.audience = place.audience();
        this.uploadedBy = by == null ? null : by.value();
        this.uploadedAt = at;
        this.seriesId = id;
        this.versionNo = 1;
        this.released = place.released();
        this.collected = place.collected();
    }

    /** The same bytes, which the other has in the store; both are to be of one client. */
    void restOn(Document other) {
        bytesOf = other.key().document();
        bytesEngagementId = other.key().engagement().value();
    }

    boolean restsOnAnother() {
        return bytesOf != null;
    }

    void at(int newPosition) {
        position = newPosition;
    }

    void newVersionOf(Beside before) {
        seriesId = before.series();
        versionNo = before.version() + 1;
    }

    void found(String findingsAsJson) {
        findings = findingsAsJson;
    }

    /** Handed over as the answer to its request; also when it comes back unchanged after a return. */
    void give(@Nullable LocalDate from, @Nullable LocalDate to) {
        given = true;
        if (isThere()) {
            state = unreviewed();
        }
        coversFrom = from;
        coversTo = to;
    }

    void release() {
        released = true;
    }

    void takeBack() {
        given = false;
    }

    private DocumentState unreviewed() {
        return reading == null ? DocumentState.RECEIVED : reading;
    }

    /** Whether nobody has decided about it yet, and somebody may. */
    boolean isUnreviewed() {
        return state == DocumentState.RECEIVED || state == DocumentState.READ || state == DocumentState.UNREADABLE;
    }

    /** What becomes of a document is not changed by reading it again, but malware is nobody's evidence. */
    void wasRead(boolean readable, Malware scanned) {
        boolean open = isUnreviewed();
        reading = readable ? DocumentState.READ : DocumentState.UNREADABLE;
        malware = scanned;
        if (scanned == Malware.FOUND) {
            state = DocumentState.QUARANTINED;
        } else if (open) {
            state = unreviewed();
        }
    }

    /** There is nothing to read in it. */
    void isNotReadable() {
        reading = DocumentState.UNREADABLE;
        state = unreviewed();
    }

    void returnToGiver() {
        if (isThere()) {
            state = DocumentState.RETURNED;
        }
        given = false;
    }

    void accept() {
        if (isThere()) {
            state = DocumentState.ACCEPTED;
        }
    }

    /** Malware, and what two people took out, stay what they are whatever becomes of their request. */
    private boolean isThere() {
        return state != DocumentState.QUARANTINED && state != DocumentState.PURGED;
    }

    /** @param asked null where it is no longer asked */
    void askPurge(@Nullable Purge asked) {
        purge = asked;
    }

    /** What was found in it is forgotten; its row stays, with its hash. */
    void purge(Purge agreed) {
        purge = agreed;
        state = DocumentState.PURGED;
        given = false;
        findings = "[]";
    }

    /** Null where nobody has asked to take it out. */
    @Nullable
    Purge purge() {
        return purge;
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

    @Nullable
    UUID request() {
        return requestId;
    }

    @Nullable
    String task() {
        return taskId;
    }

    @Nullable
    String processInstance() {
        return processInstance;
    }

    /** Where its bytes stand, which another document may share. */
    DocumentKey key() {
        return bytesOf == null || bytesEngagementId == null
                ? new DocumentKey(engagement(), id)
                : new DocumentKey(new EngagementId(bytesEngagementId), bytesOf);
    }

    Stored stored() {
        return new Stored(size, sha256, ChunkHashes.parse(chunkHashes), storeVersion);
    }

    String name() {
        return name;
    }

    String contentType() {
        return contentType;
    }

    DocumentState state() {
        return state;
    }

    @Nullable
    DocumentState reading() {
        return reading;
    }

    Malware malware() {
        return malware == null ? Malware.NOT_SCANNED : malware;
    }

    int position() {
        return position;
    }

    MadeBy madeBy() {
        return madeBy;
    }

    Audience audience() {
        return audience;
    }

    @Nullable
    PersonId uploadedBy() {
        return uploadedBy == null ? null : new PersonId(uploadedBy);
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    UUID series() {
        return seriesId;
    }

    int versionNo() {
        return versionNo;
    }

    boolean isGiven() {
        return given;
    }

    boolean isReleased() {
        return released;
    }

    /** Null for what a person gave. */
    @Nullable
    Collected collected() {
        return collected;
    }

    String findings() {
        return findings;
    }

    DocumentFacts facts() {
        return new DocumentFacts(
                id,
                engagement(),
                requestId,
                name,
                size,
                contentType,
                sha256,
                state,
                madeBy,
                uploadedBy(),
                uploadedAt,
                versionNo,
                coversFrom,
                coversTo,
                state == DocumentState.PURGED && purge != null ? purge.reason() : null);
    }
}
