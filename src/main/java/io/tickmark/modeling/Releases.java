package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.modelcheck.Origin;
import io.tickmark.modelcheck.Severity;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.CheckedModels;
import io.tickmark.workflow.NotDeployable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What process owners do: check, submit, approve, reject, withdraw. What is refused leaves the live set untouched. */
@Component
@Transactional
class Releases {

    private static final int LONGEST_REASON = 2000;

    private final ReleaseRepository releases;
    private final ReleaseBook book;
    private final ReleaseFiles files;
    private final ReleaseTrail trail;
    private final Drafts drafts;
    private final Bundles bundles;
    private final Clock clock;

    Releases(
            ReleaseRepository releases,
            ReleaseBook book,
            ReleaseFiles files,
            ReleaseTrail trail,
            Drafts drafts,
            Bundles bundles,
            Clock clock) {
        this.releases = releases;
        this.book = book;
        this.files = files;
        this.trail = trail;
        this.drafts = drafts;
        this.bundles = bundles;
        this.clock = clock;
    }

    List<Finding> check(Actor actor, Submission sent) {
        Owners.toSubmit(actor);
        return findings(drafts.complete(sent), drafts.undecided(sent));
    }

    /**
     * A release that waits, or {@link NotDeployable}; {@link Conflict} for what is live, {@link AlreadyWaits} for what
     * waits already: then nothing was written, and to Modeler it is no failure.
     */
    @Transactional(noRollbackFor = AlreadyWaits.class)
    Release submit(Actor actor, Submission sent) {
        Owners.toSubmit(actor);
        Draft draft = drafts.complete(sent);
        List<Finding> findings = findings(draft, drafts.undecided(sent));
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsRefused(findings);
        }
        // from here on one at a time: numbers, and two who submit the same
        if (!bundles.lockLive().orElseThrow().equals(draft.baseBundle())) {
            throw new OptimisticLockingFailureException("Another release went live meanwhile");
        }
        Release taken = sent.from() == null
                ? null
                : releases.findById(sent.from()).filter(Release::waits).orElse(null);
        mustNotWait(draft, taken);
        if (taken != null) {
            book.supersede(taken, actor);
        }
        return book.enter(draft, findings, actor);
    }

    private List<Finding> findings(Draft draft, List<String> undecided) {
        List<Finding> findings =
                new ArrayList<>(Finding.of(bundles.findings(draft.whole().asBundle(), Origin.OWNER)));
        undecided.forEach(name -> findings.add(Finding.warning(
                name, "The product changed this file too. Your text stays, and the product's change is not in it.")));
        return findings;
    }

    private void mustNotWait(Draft draft, @Nullable Release taken) {
        for (Release waiting : releases.findByStateOrderByNumber(ReleaseState.WAITING)) {
            boolean same = draft.baseBundle() != null
                    && draft.baseBundle().equals(waiting.baseBundle())
                    && draft.whole().changesFrom(whole(waiting)).isEmpty();
            boolean decidesConflicts = waiting == taken && waiting.origin() == ReleaseOrigin.PRODUCT;
            if (same && !decidesConflicts) {
                throw new AlreadyWaits(waiting);
            }
        }
    }

    /** Checks once more, then deploys: the check before the lock, for it takes its time. */
    void approve(Actor actor, UUID id) {
        Owners.toSubmit(actor);
        Release release = find(id);
        release.mustWait();
        Owners.toDecide(actor, release);
        String live = bundles.live();
        mustStandOn(live, release);
        List<FileChange> changes = files.of(id);
        mustBeDecided(release, changes);
        CheckedModels whole = bundles.checked(
                ModelSet.ofBundle(bundles.files(live)).with(changes).asBundle(), Origin.OWNER);
        if (!bundles.lockLive().orElseThrow().equals(live)) {
            throw new OptimisticLockingFailureException("Another release went live meanwhile");
        }
        book.putLive(release, whole, actor);
    }

    private void mustStandOn(String live, Release release) {
        if (live.equals(release.baseBundle())) {
            return;
        }
        String since =
                releases.findByBundleId(live).map(r -> "Release " + r.number()).orElse("Another release");
        throw new Conflict(since + " went live after release " + release.number() + " was submitted, so what was"
                + " checked is not what would go live. Submit release " + release.number()
                + " again: it is completed anew from what is live now.");
    }

    private static void mustBeDecided(Release release, List<FileChange> changes) {
        List<String> open = changes.stream()
                .filter(change -> change.kind() == ChangeKind.CONFLICT)
                .map(FileChange::name)
                .toList();
        if (!open.isEmpty()) {
            throw new Conflict("The product and the firm both changed " + String.join(", ", open)
                    + ". A process owner decides first, by submitting release " + release.number()
                    + " again with the texts that shall count.");
        }
    }

    void reject(Actor actor, UUID id, @Nullable String reason) {
        Owners.toSubmit(actor);
        bundles.lockLive();
        Release release = find(id);
        release.mustWait();
        Owners.toDecide(actor, release);
        if (reason == null || reason.isBlank()) {
            throw new Refused("reason", "Say why, so that its owner knows what to change.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refused("reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        release.rejected(actor, reason.strip(), clock.instant());
        trail.rejected(release, actor);
    }

    void withdraw(Actor actor, UUID id) {
        Owners.toSubmit(actor);
        bundles.lockLive();
        Release release = find(id);
        release.mustWait();
        if (!release.submittedBy(actor)) {
            throw new Forbidden("Only who submitted a release withdraws it. You may reject it.");
        }
        release.withdrawn(actor, clock.instant());
        trail.withdrawn(release, actor);
    }

    /** The newest first, those with a number below the given one. */
    @Transactional(readOnly = true)
    List<Release> before(int number, int rows) {
        return releases.findByNumberLessThanOrderByNumberDesc(number, Limit.of(rows));
    }

    @Transactional(readOnly = true)
    Release find(UUID id) {
        return releases.findById(id).orElseThrow(() -> new NotFound("There is no such release."));
    }

    /** The whole set that it makes of its base, conflicts left as they are. */
    @Transactional(readOnly = true)
    ModelSet whole(Release release) {
        return base(release).with(files.of(release.id()));
    }

    /** What was live when it was submitted. */
    @Transactional(readOnly = true)
    ModelSet base(Release release) {
        String bundle = release.baseBundle();
        return ModelSet.ofBundle(bundle == null ? Map.of() : bundles.files(bundle));
    }
}
