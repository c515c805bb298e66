package io.tickmark.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param items the best first, without words the newest first
 * @param next what to send as {@code cursor} for the page after this one, or null when this is the last
 * @param total how many fit; null while the index does not have everything
 * @param facets for each filter its most frequent values among all that fit; only on the first page, and empty while the
 *     index does not have everything
 * @param complete false while the index is made anew: then something may be missing
 */
record SearchAnswer(
        List<Item> items,
        @Nullable String next,
        @Nullable Long total,
        Map<String, List<Facet>> facets,
        boolean complete) {

    /** @param label what the value is called */
    record Facet(String value, String label, long count) {}

    /** HTML in which everything is encoded but the {@code <mark>} around the words that were found. */
    record Highlights(List<String> name, List<String> details, List<String> text) {}

    /**
     * A document that was found.
     *
     * @param request null where it answers none
     * @param reference of the request, and its title; null where the reader may not know of the request
     * @param endpoint where its bytes are
     */
    record Item(
            UUID id,
            String name,
            UUID client,
            UUID engagement,
            String engagementTitle,
            @Nullable UUID request,
            @Nullable String reference,
            @Nullable String requestTitle,
            String contentType,
            long size,
            String state,
            Instant uploadedAt,
            int version,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            Highlights highlights,
            String endpoint) {}
}
