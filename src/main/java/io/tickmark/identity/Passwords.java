package io.tickmark.identity;

import io.tickmark.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Which passwords people may choose: long ones, for length is what helps, and none that are tried first. */
final class Passwords {

    private static final int SHORTEST = 12;
    /** BCrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> TRIED_FIRST =
            List.of("password", "passwort", "tickmark", "qwert", "asdfgh", "letmein", "welcome", "123456", "abcdef");

    private Passwords() {}

    /** Throws {@link Refused} at the field {@code password}. */
    static void check(String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw refused("A password has at least " + SHORTEST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refused("A password has at most " + MOST_BYTES + " bytes.");
        }
        if (lower.contains(username)) {
            throw refused("A password does not hold the username.");
        }
        if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            throw refused("A password has at least " + FEWEST_DIFFERENT + " different characters.");
        }
        for (String word : TRIED_FIRST) {
            if (lower.contains(word) && lower.length() - word.length() < SHORTEST) {
                throw refused("This password is easy to guess: it is little more than \"" + word + "\".");
            }
        }
    }

    private static Refused refused(String message) {
        return new Refused("password", message);
    }
}
