package io.tickmark.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tickmark.kernel.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * An error as it is told (RFC 9457). The type stays {@code about:blank}: the status and the fields say all a program
 * needs.
 *
 * @param errors the fields that are wrong; left out when it is not about fields
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal> errors) {

    static Problem of(HttpStatusCode status, String detail, List<Refusal> errors) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status.value(), detail, List.copyOf(errors));
    }

    static Problem of(HttpStatusCode status, String detail) {
        return of(status, detail, List.of());
    }
}
