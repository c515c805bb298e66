package io.tickmark.trail;

import io.tickmark.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads exports, and spoils them as somebody would. */
final class Exports {

    private Exports() {}

    static Verification verify(List<String> lines) {
        return verify(lines, null);
    }

    static Verification verify(List<String> lines, @Nullable Checkpoint checkpoint) {
        return verify(String.join("\n", lines) + "\n", checkpoint);
    }

    static Verification verify(String text, @Nullable Checkpoint checkpoint) {
        try {
            return TrailVerifier.verify(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), checkpoint);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, @Nullable Object> json(String line) {
        try {
            return JsonText.object(line);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    static String with(String line, String name, @Nullable Object value) {
        return edit(line, entry -> entry.put(name, value));
    }

    static String edit(String line, Consumer<Map<String, @Nullable Object>> change) {
        Map<String, @Nullable Object> entry = json(line);
        change.accept(entry);
        return CanonicalJson.of(entry);
    }

    /** As somebody does who knows how the chain is made. */
    static String rehashed(String line) {
        Map<String, @Nullable Object> entry = json(line);
        entry.remove("hash");
        entry.put("hash", Sha256.hex(CanonicalJson.of(entry)));
        return CanonicalJson.of(entry);
    }

    /** Numbers, chains and hashes all entries anew, header included: nothing inside the file tells. */
    static void rewrite(List<String> lines) {
        String previous = Checkpoint.GENESIS;
        for (int i = 1; i < lines.size(); i++) {
            long seq = i;
            String chainedTo = previous;
            lines.set(i, rehashed(edit(lines.get(i), entry -> {
                entry.put("seq", seq);
                entry.put("previous", chainedTo);
            })));
            previous = (String) json(lines.get(i)).get("hash");
        }
        String head = previous;
        lines.set(0, edit(lines.get(0), header -> {
            header.put("entries", (long) lines.size() - 1);
            header.put("headHash", head);
        }));
    }
}
