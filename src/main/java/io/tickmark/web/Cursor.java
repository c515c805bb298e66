package io.tickmark.web;

import io.tickmark.kernel.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list: the values of the sort fields in the last row that was shown. Callers see it as an opaque
 * text. It is a place, never a right: the query that uses it filters by client and engagement as always.
 */
public record Cursor(List<String> fields) {

    private static final char SEPARATOR = '\u001f';

    public Cursor {
        fields = List.copyOf(fields);
    }

    public static Cursor at(Object... fields) {
        return new Cursor(Stream.of(fields).map(Object::toString).toList());
    }

    /**
     * Reads what {@link #text()} wrote; null stays null.
     *
     * @param fields how many fields this list is sorted by; anything else throws {@link Malformed}
     */
    public static @Nullable Cursor read(@Nullable String text, int fields) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(plain.split(String.valueOf(SEPARATOR), -1)));
            if (cursor.fields.size() == fields) {
                return cursor;
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below: the caller cannot tell one broken cursor from another
        }
        throw new Malformed("cursor is none of this list: send back the value of next, or nothing for the first page.");
    }

    public String field(int index) {
        return fields.get(index);
    }

    public String text() {
        String plain = fields.stream().collect(Collectors.joining(String.valueOf(SEPARATOR)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
