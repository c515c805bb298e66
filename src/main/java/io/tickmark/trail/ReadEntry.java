package io.tickmark.trail;

import io.tickmark.kernel.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a file tells it.
 *
 * @param intact whether what it says gives the hash it carries
 */
record ReadEntry(long seq, String engagement, String previous, String hash, boolean intact) {

    Checkpoint checkpoint() {
        return new Checkpoint(seq, hash);
    }

    static ReadEntry parse(String line) throws Unreadable {
        return of(JsonText.object(line));
    }

    static ReadEntry of(Map<?, ?> json) throws Unreadable {
        Map<Object, @Nullable Object> hashed = new LinkedHashMap<>(json);
        if (hashed.remove("hash") instanceof String hash
                && json.get("seq") instanceof Long seq
                && json.get("engagement") instanceof String engagement
                && json.get("previous") instanceof String previous) {
            return new ReadEntry(seq, engagement, previous, hash, hash.equals(hashOf(hashed)));
        }
        throw new Unreadable("is no entry of a trail: seq, engagement, previous or hash is not there");
    }

    private static String hashOf(Map<?, ?> hashed) throws Unreadable {
        try {
            return Sha256.hex(CanonicalJson.of(hashed));
        } catch (IllegalArgumentException notText) {
            throw new Unreadable("holds text that is not Unicode");
        }
    }
}
