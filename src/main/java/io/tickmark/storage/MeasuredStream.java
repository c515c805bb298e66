package io.tickmark.storage;

import io.tickmark.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Counts and hashes what is read through it, and keeps the sender's failures apart from the store's. */
final class MeasuredStream extends InputStream {

    private final InputStream source;
    private final long limit;
    private final MessageDigest whole = Sha256.digest();
    private final MessageDigest chunk = Sha256.digest();
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private int inChunk;
    private long size;

    MeasuredStream(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read = readSource(buffer, offset, length);
        if (read > 0) {
            size += read;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            whole.update(buffer, offset, read);
            hashChunks(buffer, offset, read);
        }
        return read;
    }

    private void hashChunks(byte[] buffer, int offset, int length) {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, ChunkHashes.CHUNK - inChunk);
            chunk.update(buffer, offset + done, now);
            done += now;
            inChunk += now;
            if (inChunk == ChunkHashes.CHUNK) {
                endChunk();
            }
        }
    }

    private void endChunk() {
        chunks.writeBytes(chunk.digest());
        inChunk = 0;
    }

    private int readSource(byte[] buffer, int offset, int length) {
        try {
            return source.read(buffer, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off after " + size + " bytes", e);
        }
    }

    /** Valid once, when everything was read. */
    Stored stored(@Nullable String version) {
        if (inChunk > 0) {
            endChunk();
        }
        return new Stored(
                size, HexFormat.of().formatHex(whole.digest()), new ChunkHashes(chunks.toByteArray()), version);
    }
}
