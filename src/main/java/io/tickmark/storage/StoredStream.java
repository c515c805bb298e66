package io.tickmark.storage;

import io.tickmark.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way out of a store, chunk by chunk: none is given out before its chunk was found to be what was taken
 * in, and the last of a whole document only when the whole's hash is right too.
 */
final class StoredStream extends InputStream {

    private final InputStream source;
    private final DocumentKey key;
    private final Stored expected;
    private final @Nullable MessageDigest whole;
    private final byte[] chunk;
    private int next;
    private int skip;
    private int position;
    private int filled;
    private long left;
    private boolean checked;
    private @Nullable IntegrityFailure failure;

    /** @param source begins at {@link #start} of {@code from} */
    StoredStream(InputStream source, DocumentKey key, Stored expected, long from, long length) {
        this.source = source;
        this.key = key;
        this.expected = expected;
        this.whole = length == expected.size() ? Sha256.digest() : null;
        this.chunk = new byte[(int) Math.min(ChunkHashes.CHUNK, expected.size())];
        this.next = (int) (from / ChunkHashes.CHUNK);
        this.left = length;
        this.skip = (int) (from - start(from));
    }

    /** Where the chunk begins that holds this byte. */
    static long start(long from) {
        return from - from % ChunkHashes.CHUNK;
    }

    /** Where the last chunk ends that holds bytes before this one. */
    static long end(long to, long size) {
        return Math.min(size, start(to + ChunkHashes.CHUNK - 1));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (failure != null) {
            throw failure;
        }
        if (left == 0) {
            // only a document of 0 bytes was not checked before it comes here
            checkEnd();
            return -1;
        }
        if (position == filled) {
            fill();
        }
        int given = (int) Math.min(Math.min(length, left), filled - position);
        System.arraycopy(chunk, position, buffer, offset, given);
        position += given;
        left -= given;
        return given;
    }

    private void fill() {
        long begin = (long) next * ChunkHashes.CHUNK;
        int wanted = (int) Math.min(ChunkHashes.CHUNK, expected.size() - begin);
        for (int got = 0; got < wanted; ) {
            int read = readSource(chunk, got, wanted - got);
            if (read < 0) {
                throw fail("its bytes end " + (expected.size() - begin - got) + " too early");
            }
            got += read;
        }
        if (!expected.chunks().isOf(next, chunk, wanted)) {
            throw fail("its bytes are not those that were taken in (SHA-256 differs from byte " + begin + " on)");
        }
        if (whole != null) {
            whole.update(chunk, 0, wanted);
        }
        next++;
        position = skip;
        skip = 0;
        filled = wanted;
        if (begin + wanted == expected.size()) {
            checkEnd();
        }
    }

    private void checkEnd() {
        if (checked || whole == null) {
            return;
        }
        if (readSource(new byte[1], 0, 1) > 0) {
            throw fail("its bytes go on behind the expected end");
        }
        if (!HexFormat.of().formatHex(whole.digest()).equals(expected.sha256())) {
            throw fail("its bytes are not those that were taken in (SHA-256 differs)");
        }
        checked = true;
    }

    private IntegrityFailure fail(String found) {
        failure = IntegrityFailure.alarm(key, found);
        return failure;
    }

    private int readSource(byte[] buffer, int offset, int length) {
        try {
            return source.read(buffer, offset, length);
        } catch (IOException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
