package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.identity.Functions;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.storage.Capabilities;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.StoreUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How documents are kept: the store for an administrator, legal holds for an engagement's partner. */
@RestController
class KeepingApi {

    private final DocumentStore store;
    private final RetentionsDue due;
    private final ScrubProgress scrub;
    private final IntegrityFindings findings;
    private final LegalHolds holds;
    private final Engagements engagements;

    KeepingApi(
            DocumentStore store,
            RetentionsDue due,
            ScrubProgress scrub,
            IntegrityFindings findings,
            LegalHolds holds,
            Engagements engagements) {
        this.store = store;
        this.due = due;
        this.scrub = scrub;
        this.findings = findings;
        this.holds = holds;
        this.engagements = engagements;
    }

    /**
     * @param says in words what the store is and what it can do
     * @param versioning null while the store is away and was never asked
     * @param objectLock null as above
     * @param retentionsDue documents whose retention the store is still to be told
     * @param broken documents that are not what was taken in
     */
    record StoreState(
            String says,
            @Nullable Boolean versioning,
            @Nullable Boolean objectLock,
            long retentionsDue,
            ScrubProgress.State scrub,
            List<IntegrityFindings.Found> broken) {}

    @GetMapping("/api/document-store")
    StoreState store(Actor actor) {
        if (!actor.ofTheFirm() || !actor.may(Functions.ADMIN)) {
            throw new Forbidden("The document store is shown to administrators");
        }
        Capabilities able = capabilities();
        String trouble = store.trouble().orElse("");
        String can = able == null ? "" : able.inWords();
        return new StoreState(
                (trouble + " " + can).strip(),
                able == null ? null : able.versioning(),
                able == null ? null : able.objectLock(),
                due.count(),
                scrub.now(),
                findings.all());
    }

    private @Nullable Capabilities capabilities() {
        try {
            return store.capabilities();
        } catch (StoreUnavailable away) {
            return null;
        }
    }

    /**
     * @param on whether nothing of the engagement is deleted, whatever its retention says
     * @param since null where there is no hold
     */
    record HoldState(
            boolean on, @Nullable String reason, @Nullable Instant since) {}

    @GetMapping("/api/engagements/{id}/legal-hold")
    HoldState hold(Actor actor, @PathVariable UUID id) {
        EngagementId engagement =
                engagements.visible(actor, new EngagementId(id)).id();
        if (!actor.ofTheFirm()) {
            throw new Forbidden("Legal holds are the firm's");
        }
        return state(engagement);
    }

    record HoldChange(boolean on, @Nullable String reason) {}

    @PutMapping("/api/engagements/{id}/legal-hold")
    HoldState change(Actor actor, @PathVariable UUID id, @RequestBody HoldChange change) {
        EngagementId engagement =
                engagements.visible(actor, new EngagementId(id)).id();
        holds.set(actor, engagement, change.on(), change.reason());
        return state(engagement);
    }

    private HoldState state(EngagementId id) {
        return holds.find(id)
                .map(hold -> new HoldState(true, hold.reason(), hold.since()))
                .orElseGet(() -> new HoldState(false, null, null));
    }
}
