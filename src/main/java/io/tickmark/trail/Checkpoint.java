package io.tickmark.trail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place in a chain that somebody outside keeps: who holds one can show later that nothing up to it was changed, even
 * by somebody who owns the database and computed every hash anew. Written {@code SEQ:HASH}.
 *
 * @param seq the number of the entry, from 1; 0 names the empty chain
 * @param hash that entry's hash, lower-case hex SHA-256; {@link #GENESIS} for 0
 */
public record Checkpoint(long seq, String hash) {

    /** What the first entry of every chain names as its previous hash: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}):([0-9a-fA-F]{64})");

    static final Checkpoint START = new Checkpoint(0, GENESIS);

    /** Throws {@link IllegalArgumentException}, with a sentence to show, when the text is no {@code SEQ:HASH}. */
    public static Checkpoint parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("A checkpoint is an entry's number and its hash of 64 hex digits, "
                    + "as in 120:9f86d0…, but this is \"" + text + "\".");
        }
        return new Checkpoint(Long.parseLong(written.group(1)), written.group(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
