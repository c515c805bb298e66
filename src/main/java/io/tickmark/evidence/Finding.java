package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a document that its giver should look at while still there. A finding never stops an upload.
 *
 * @param code such as {@code empty-file}
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param message a plain sentence
 * @param document another document that it is about, or null
 * @param override why the evidence is given all the same, for whoever reviews it; null where nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        String code,
        String severity,
        String message,
        @Nullable UUID document,
        @Nullable Override override) {

    /** @param by the name of who said so */
    record Override(String reason, String by, Instant at) {}

    static Finding error(String code, String message) {
        return new Finding(code, "error", message, null, null);
    }

    static Finding warning(String code, String message) {
        return new Finding(code, "warning", message, null, null);
    }

    static Finding info(String code, String message) {
        return new Finding(code, "info", message, null, null);
    }

    Finding about(UUID other) {
        return new Finding(code, severity, message, other, override);
    }

    /** The same of a document that its reader may not know of. */
    Finding unnamed(String sentence) {
        return new Finding(code, severity, sentence, null, override);
    }

    Finding overridden(Override said) {
        return new Finding(code, severity, message, document, said);
    }
}
