package io.tickmark.web;

import io.tickmark.kernel.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The key a caller gave to one intended effect; keys of different people never meet.
 *
 * @param person the username
 * @param text what the caller sent, 1 to 200 characters
 */
public record IdempotencyKey(String person, String text) {

    private static final int LONGEST = 200;

    /** The request's key, or null when none was sent or nobody is signed in; too long a key throws {@link Malformed}. */
    public static @Nullable IdempotencyKey of(HttpServletRequest request) {
        String text = request.getHeader("Idempotency-Key");
        Principal person = request.getUserPrincipal();
        if (text == null || person == null) {
            return null;
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Malformed("Idempotency-Key holds 1 to " + LONGEST + " characters.");
        }
        return new IdempotencyKey(person.getName(), text);
    }

    byte[] bytes() {
        return (person + "\u001f" + text).getBytes(StandardCharsets.UTF_8);
    }
}
