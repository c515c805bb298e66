package io.tickmark.storage;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of an upload, while it streams in.
 *
 * @param name as it was sent, made harmless: no folders, no invisible signs, 1 to 255 chars
 * @param contentType what its first bytes say it is, see {@link ContentType}
 * @param bytes valid until the next file. Reading throws {@link TooLarge} beyond the upload's limit and
 *     {@link io.tickmark.kernel.Malformed} when the upload breaks off, never an {@code IOException}
 * @param archive the name of the ZIP it was unpacked from; null for what came as it is
 */
public record UploadedFile(
        String name,
        String contentType,
        InputStream bytes,
        @Nullable String archive) {

    /** The rest of the file in memory: for the small ones that are read at once, such as a CSV list or a model. */
    public byte[] inMemory() {
        try {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("An upload's stream throws Malformed instead", e);
        }
    }
}
