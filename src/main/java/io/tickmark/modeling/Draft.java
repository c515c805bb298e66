package io.tickmark.modeling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole set of models that may become a release.
 *
 * @param baseBundle the live bundle that it was completed from; null before the first
 * @param changes what leads from the base to the whole, and the conflicts that nobody decided yet
 * @param product the fingerprint of the product's models in it
 * @param cameFrom the earlier release that it takes up, or null
 */
record Draft(
        @Nullable String baseBundle,
        ModelSet whole,
        List<FileChange> changes,
        String product,
        @Nullable UUID cameFrom,
        @Nullable String note) {

    List<String> conflicts() {
        return changes.stream()
                .filter(change -> change.kind() == ChangeKind.CONFLICT)
                .map(FileChange::name)
                .toList();
    }
}
