package io.tickmark.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes what is read through it, and keeps the sender's failures apart from the store's. */
final class MeasuredStream extends InputStream {

    private final InputStream source;
    private final long limit;
    private final MessageDigest digest = Sha256.digest();
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
            digest.update(buffer, offset, read);
        }
        return read;
    }

    private int readSource(byte[] buffer, int offset, int length) {
        try {
            return source.read(buffer, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off after " + size + " bytes", e);
        }
    }

    /** Valid once, when everything was read. */
    Stored stored() {
        return new Stored(size, HexFormat.of().formatHex(digest.digest()));
    }
}
