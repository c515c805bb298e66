package io.tickmark.fieldwork;

import io.tickmark.evidence.CitedEvidence.Cited;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that a workpaper rests on, as its reader may know of it.
 *
 * @param sha256 of its bytes when it was cited
 * @param workpaper true for what the auditor made
 * @param request reference of the request that it answers; null for none, or one that the reader may not know of
 * @param takenOut whether two people took it out since
 */
record Citation(
        UUID document,
        String name,
        String sha256,
        boolean workpaper,
        @Nullable String request,
        int version,
        boolean takenOut) {

    static List<Citation> of(List<CitedDocument> cited, Map<UUID, Cited> known) {
        return cited.stream().map(one -> of(one, known.get(one.document()))).toList();
    }

    private static Citation of(CitedDocument cited, @Nullable Cited known) {
        return new Citation(
                cited.document(),
                known == null ? cited.name() : known.name(),
                cited.sha256(),
                cited.workpaper(),
                known == null ? null : known.request(),
                known == null ? 1 : known.version(),
                known != null && known.takenOut());
    }
}
