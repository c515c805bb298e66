package io.tickmark.trail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first line of an export: what the trail's head said when it was written. */
record Header(String engagement, Checkpoint head) {

    static Header of(Map<String, @Nullable Object> json) throws Unreadable {
        if (!Export.FORMAT.equals(json.get("format"))) {
            throw new Unreadable(
                    "is not the header of a trail's export: it must say \"format\":\"" + Export.FORMAT + "\"");
        }
        if (!Long.valueOf(Export.VERSION).equals(json.get("version"))) {
            throw new Unreadable(
                    "has version " + json.get("version") + ", and this program knows version " + Export.VERSION);
        }
        if (json.get("engagement") instanceof String engagement
                && json.get("entries") instanceof Long entries
                && json.get("headHash") instanceof String hash) {
            return new Header(engagement, new Checkpoint(entries, hash));
        }
        throw new Unreadable("lacks engagement, entries or headHash");
    }
}
