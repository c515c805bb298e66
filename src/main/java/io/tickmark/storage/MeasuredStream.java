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
    private final MessageDigest chunk = Sha256.digest();
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private int inChunk;

    /** Null in the first chunk: up to its end the hash of the document is the hash of the chunk, and taken once. */
    private @Nullable MessageDigest whole;

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
            hash(buffer, offset, read);
        }
        return read;
    }

    private void hash(byte[] buffer, int offset, int length) {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, ChunkHashes.CHUNK - inChunk);
            chunk.update(buffer, offset + done, now);
            if (whole != null) {
                whole.update(buffer, offset + done, now);
            }
            done += now;
            inChunk += now;
            if (inChunk == ChunkHashes.CHUNK) {
                endChunk();
            }
        }
    }

    private void endChunk() {
        if (whole == null) {
            whole = copy(chunk);
        }
        chunks.writeBytes(chunk.digest());
        inChunk = 0;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException("This JVM's SHA-256 cannot be copied", never);
        }
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
        byte[] hash = (whole == null ? chunk : whole).digest();
        return new Stored(size, HexFormat.of().formatHex(hash), new ChunkHashes(chunks.toByteArray()), version);
    }
}
