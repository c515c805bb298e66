package io.tickmark.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 for the values an entry may hold. With whole numbers of at most 2^53 - 1 only, ECMAScript's way to write
 * numbers is the plain decimal one. {@link String#compareTo} compares UTF-16 code units, as the RFC asks.
 */
final class CanonicalJson {

    static final long MAX_INTEGER = (1L << 53) - 1;

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /** Throws {@link IllegalArgumentException} for any other value and for text that is not Unicode. */
    static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            writeText(out, text);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else if (value instanceof List<?> list) {
            writeList(out, list);
        } else if (value == null || value instanceof Boolean || isExact(value)) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("The canonical form has no place for " + value.getClass());
        }
    }

    private static boolean isExact(Object value) {
        return value instanceof Integer || (value instanceof Long number && isExact((long) number));
    }

    static boolean isExact(long number) {
        return number >= -MAX_INTEGER && number <= MAX_INTEGER;
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        List<String> names = new ArrayList<>(map.size());
        map.keySet().forEach(name -> names.add((String) name));
        Collections.sort(names);
        char separator = '{';
        for (String name : names) {
            out.append(separator);
            writeText(out, name);
            out.append(':');
            write(out, map.get(name));
            separator = ',';
        }
        out.append(names.isEmpty() ? "{}" : "}");
    }

    private static void writeList(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(out, list.get(i));
        }
        out.append(']');
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                writeEscaped(out, c);
            } else if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                throw new IllegalArgumentException("Half of a surrogate pair is not text");
            }
        }
        out.append('"');
    }

    private static void writeEscaped(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        }
    }
}
