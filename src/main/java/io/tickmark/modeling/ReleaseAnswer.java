package io.tickmark.modeling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release as the API shows it.
 *
 * @param submittedBy a username, or null where the product brought it
 * @param cameFrom the earlier release that it submits again, or the product's that it takes up
 * @param baseBundle what was live when it was submitted
 * @param bundle what it was deployed as, once it went live
 * @param baseMoved whether another release went live since: it must be submitted again
 * @param files what it changes; only where one release is asked for, as {@code findings}
 */
record ReleaseAnswer(
        UUID id,
        int number,
        String state,
        String origin,
        @Nullable String note,
        @Nullable UUID cameFrom,
        @Nullable String baseBundle,
        @Nullable String bundle,
        @Nullable String submittedBy,
        String submittedByName,
        Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        boolean baseMoved,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ChangedFile> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Finding> findings) {

    /** @param change "added", "changed", "removed" or "conflict" */
    record ChangedFile(String name, String change) {

        static ChangedFile of(FileChange change) {
            return new ChangedFile(change.name(), change.kind().word());
        }
    }

    static ReleaseAnswer of(
            Release release, String live, @Nullable List<FileChange> changes, @Nullable List<Finding> findings) {
        return new ReleaseAnswer(
                release.id(),
                release.number(),
                release.state().word(),
                release.origin().word(),
                release.note(),
                release.cameFrom(),
                release.baseBundle(),
                release.bundle(),
                release.submitter(),
                release.submitterName(),
                release.submittedAt(),
                release.decider(),
                release.deciderName(),
                release.decidedAt(),
                release.reason(),
                release.waits() && !live.equals(release.baseBundle()),
                changes == null ? null : changes.stream().map(ChangedFile::of).toList(),
                findings);
    }
}
