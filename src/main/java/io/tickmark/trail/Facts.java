package io.tickmark.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a module records into the plain values that the canonical form knows. */
final class Facts {

    /** Far below what JSON readers refuse, so that whatever was recorded can be read back. */
    static final int MAX_DEPTH = 32;

    static final int MAX_NAME = 200;

    private Facts() {}

    static Map<String, @Nullable Object> plain(Map<String, ? extends @Nullable Object> facts) {
        return plainMap(facts, 1);
    }

    private static Map<String, @Nullable Object> plainMap(Map<?, ?> map, int depth) {
        checkDepth(depth);
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text) || text.length() > MAX_NAME) {
                throw new IllegalArgumentException(
                        "A fact's name is text of at most " + MAX_NAME + " characters, not " + name);
            }
            plain.put(wellFormed(text), plainValue(text, value, depth));
        });
        return plain;
    }

    private static @Nullable Object plainValue(String name, @Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            return value;
        } else if (value instanceof String text) {
            return wellFormed(text);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            return exact(name, ((Number) value).longValue());
        } else if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        } else if (value instanceof LocalDate || value instanceof UUID) {
            return value.toString();
        } else if (value instanceof Enum<?> named) {
            return named.name();
        } else if (value instanceof List<?> list) {
            checkDepth(depth + 1);
            List<@Nullable Object> plain = new ArrayList<>(list.size());
            list.forEach(item -> plain.add(plainValue(name, item, depth + 1)));
            return plain;
        } else if (value instanceof Map<?, ?> map) {
            return plainMap(map, depth + 1);
        }
        throw new IllegalArgumentException(
                "The fact \"" + name + "\" is a " + value.getClass().getName()
                        + ": record it as text, a whole number, a boolean, a date, a list or a map of these");
    }

    private static long exact(String name, long number) {
        if (!CanonicalJson.isExact(number)) {
            throw new IllegalArgumentException(
                    "The fact \"" + name + "\" is " + number + ": beyond 2^53 - 1, record it as text");
        }
        return number;
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Facts are nested more than " + MAX_DEPTH + " deep");
        }
    }

    /**
     * Half a surrogate pair has no UTF-8 and databases turn it into something else. It becomes U+FFFD, because a
     * person's odd text must not keep an event out of the trail.
     */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isHalf(text.codePointAt(i))) {
                StringBuilder repaired = new StringBuilder(text.length());
                text.codePoints().forEach(c -> repaired.appendCodePoint(isHalf(c) ? 0xFFFD : c));
                return repaired.toString();
            }
        }
        return text;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
