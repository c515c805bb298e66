package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param collected where a script says that it comes from; left out for what a person gave
 * @param purge that two people took it out, or that one has asked to; else left out
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
        @JsonInclude(JsonInclude.Include.NON_NULL) Collected.@Nullable Told collected,
        @JsonInclude(JsonInclude.Include.NON_NULL) Purge.@Nullable Told purge,
        UUID documentId,
        String endpoint,
        Map<String, String> metadata) {

    static String endpoint(UUID document) {
        return "/api/documents/" + document + "/content";
    }
}
