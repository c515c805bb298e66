package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something about a document that its giver should look at while still there. A finding never stops an upload.
 *
 * @param code such as {@code empty-file}
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param message a plain sentence
 * @param document another document that it is about, or null
 * @param override why the evidence is given all the same, for whoever reviews it; null where nobody said
 * @param requests requests whose references the message names, kept to tell it without them; never answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        String code,
        String severity,
        String message,
        @Nullable UUID document,
        @Nullable Override override,
        @Nullable List<UUID> requests) {

    /** In place of a request that its reader may not know of. */
    static final String CONFIDENTIAL = "a confidential request";

    /** @param by the name of who said so */
    record Override(String reason, String by, Instant at) {}

    static Finding error(String code, String message) {
        return new Finding(code, "error", message, null, null, null);
    }

    static Finding warning(String code, String message) {
        return new Finding(code, "warning", message, null, null, null);
    }

    static Finding info(String code, String message) {
        return new Finding(code, "info", message, null, null, null);
    }

    Finding about(UUID other) {
        return new Finding(code, severity, message, other, override, requests);
    }

    /** The same of a document that its reader may not know of. */
    Finding unnamed(String sentence) {
        return new Finding(code, severity, sentence, null, override, null);
    }

    Finding overridden(Override said) {
        return new Finding(code, severity, message, document, said, requests);
    }

    /** The same, which names these requests by their references. */
    Finding naming(List<UUID> named) {
        return new Finding(code, severity, message, document, override, List.copyOf(named));
    }

    /** As it is answered to a person who may not know of these requests, told by their references. */
    Finding told(Map<UUID, String> hidden) {
        if (requests == null) {
            return this;
        }
        String told = message;
        for (UUID request : requests) {
            String reference = hidden.get(request);
            if (reference != null) {
                told = told.replaceFirst("\\b" + Pattern.quote(reference) + "\\b", CONFIDENTIAL);
            }
        }
        return new Finding(code, severity, told, document, override, null);
    }
}
