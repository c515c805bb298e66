package io.tickmark.trail;

import io.tickmark.trail.Verification.Broken;
import io.tickmark.trail.Verification.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET …/trail} kept in a file: {@code {"items": […]}} or its items alone, a part of the chain that
 * may begin anywhere.
 */
final class SavedList {

    private static final int MAX_LIST = 64 << 20;

    private SavedList() {}

    /** An array, or an object spread over lines: no line of an export begins so. */
    static boolean startsWith(String firstLine) {
        String text = firstLine.strip();
        return text.startsWith("[") || text.equals("{");
    }

    static Verification verify(String firstLine, ExportLines lines, @Nullable Checkpoint checkpoint)
            throws IOException, Unreadable {
        StringBuilder text = new StringBuilder(firstLine);
        for (String line = lines.next(); line != null; line = lines.next()) {
            text.append('\n').append(line);
            if (text.length() > MAX_LIST) {
                throw new Unreadable("begins a list that is longer than any answer can be");
            }
        }
        return verify(JsonText.value(text.toString()), checkpoint);
    }

    static Verification verify(@Nullable Object json, @Nullable Checkpoint checkpoint) throws Unreadable {
        Object items = json instanceof Map<?, ?> page ? page.get("items") : json;
        if (items instanceof List<?> list && !list.isEmpty()) {
            return verify(list, checkpoint);
        }
        throw new Unreadable("begins a list without entries");
    }

    private static Verification verify(List<?> items, @Nullable Checkpoint checkpoint) throws Unreadable {
        ReadEntry first = entry(items.get(0));
        Checkpoint before = first.seq() == 1 ? Checkpoint.START : new Checkpoint(first.seq() - 1, first.previous());
        ChainCheck chain = new ChainCheck(first.engagement(), before, checkpoint);
        Broken broken = chain.atCheckpoint("item 1");
        for (int i = 0; broken == null && i < items.size(); i++) {
            String place = "item " + (i + 1);
            try {
                broken = chain.next(entry(items.get(i)), place);
            } catch (Unreadable wrong) {
                broken = new Broken(chain.expected(), place, Fault.MALFORMED, "It " + wrong.getMessage() + ".");
            }
        }
        if (broken == null) {
            broken = chain.end("item " + items.size());
        }
        return broken == null ? chain.sound() : broken;
    }

    private static ReadEntry entry(@Nullable Object item) throws Unreadable {
        if (item instanceof Map<?, ?> json) {
            return ReadEntry.of(json);
        }
        throw new Unreadable("is not a JSON object");
    }
}
