package io.tickmark.evidence;

import io.tickmark.scoping.EvidenceKind;
import io.tickmark.scoping.ScopedCriterion;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the firm asks of many clients, in its own words.
 *
 * @param shipped whether it came with the product, and stays as it is
 * @param version 0 for one that was never changed
 */
record RequestTemplate(UUID id, String name, boolean shipped, List<Line> lines, int version) {

    /**
     * One request.
     *
     * @param criteria what it is evidence for: criteria as {@code CC6.1}, series as {@code CC6}, or categories
     * @param dueDays how many days after it was asked it is due; null for the usual
     */
    record Line(
            String title,
            EvidenceKind kind,
            List<String> criteria,
            @Nullable Integer dueDays,
            boolean clientReview) {

        boolean isFor(ScopedCriterion criterion) {
            return criteria.stream()
                    .anyMatch(word -> criterion.id().equals(word)
                            || criterion.id().startsWith(word + ".")
                            || Objects.toString(criterion.category()).equals(word));
        }
    }
}
