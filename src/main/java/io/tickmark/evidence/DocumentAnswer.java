package io.tickmark.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API answers it. It is also what a form's file field takes as its value, so it carries what forms
 * call it: {@code documentId}, {@code endpoint}, {@code metadata}.
 *
 * @param malware {@code clean}, {@code found} or {@code not scanned}
 */
record DocumentAnswer(
        UUID id,
        String name,
        long size,
        String contentType,
        String sha256,
        String state,
        List<Finding> findings,
        String malware,
        UUID engagement,
        @Nullable UUID request,
        String madeBy,
        @Nullable String uploadedBy,
        Instant uploadedAt,
        int version,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        UUID documentId,
        String endpoint,
        Map<String, String> metadata) {

    static String endpoint(UUID document) {
        return "/api/documents/" + document + "/content";
    }
}
