package io.tickmark.storage;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the store took in, measured as it streamed past. Whoever wants to read it again keeps all of it.
 *
 * @param size in bytes, 0 or more
 * @param sha256 64 lower-case hexadecimal digits
 * @param chunks by which a part is checked
 * @param version the store's own name for exactly these bytes, at most 200 characters; null where it keeps no versions
 */
public record Stored(
        long size,
        String sha256,
        ChunkHashes chunks,
        @Nullable String version) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Stored {
        if (size < 0 || !SHA_256.matcher(sha256).matches() || !chunks.fit(size)) {
            throw new IllegalArgumentException("Not a size and its hashes: " + size + ", " + sha256);
        }
    }

    /** Measures what is read to its end and kept nowhere; more bytes than the limit throw {@link TooLarge}. */
    public static Stored of(InputStream bytes, long limit) {
        MeasuredStream measured = new MeasuredStream(bytes, limit);
        byte[] buffer = new byte[1 << 16];
        while (measured.read(buffer, 0, buffer.length) >= 0) {
            // the stream itself counts
        }
        return measured.stored(null);
    }
}
