package io.tickmark.storage;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way out of a store: exactly as many as expected, and the last of them only when the hash is right.
 */
final class StoredStream extends InputStream {

    private final InputStream source;
    private final DocumentKey key;
    private final @Nullable String sha256;
    private final MessageDigest digest = Sha256.digest();
    private long left;
    private boolean checked;
    private @Nullable IntegrityFailure failure;

    private StoredStream(InputStream source, DocumentKey key, long length, @Nullable String sha256) {
        this.source = source;
        this.key = key;
        this.left = length;
        this.sha256 = sha256;
    }

    static InputStream whole(InputStream source, DocumentKey key, Stored expected) {
        return new StoredStream(source, key, expected.size(), expected.sha256());
    }

    static InputStream part(InputStream source, DocumentKey key, long length) {
        return new StoredStream(source, key, length, null);
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
        int read = readSource(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw fail("its bytes end " + left + " too early");
        }
        if (sha256 != null) {
            digest.update(buffer, offset, read);
        }
        left -= read;
        if (left == 0) {
            checkEnd();
        }
        return read;
    }

    private void checkEnd() {
        if (checked || sha256 == null) {
            return;
        }
        if (readSource(new byte[1], 0, 1) > 0) {
            throw fail("its bytes go on behind the expected end");
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
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
