package io.tickmark.storage;

import io.tickmark.kernel.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * The SHA-256 of each {@link #CHUNK} bytes of a document in their order, the last of what is left. With them a part can
 * be checked without reading the rest. A document of 0 bytes has none.
 */
public final class ChunkHashes {

    /** In bytes. Never changes: documents that were taken in are read back by it. */
    public static final int CHUNK = 1 << 20;

    private static final int HASH = 32;

    private final byte[] hashes;

    ChunkHashes(byte[] hashes) {
        this.hashes = hashes;
    }

    /** Of what {@link #toString} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static ChunkHashes parse(String text) {
        byte[] hashes = Base64.getDecoder().decode(text);
        if (hashes.length % HASH != 0) {
            throw new IllegalArgumentException("Not a list of SHA-256 in Base64");
        }
        return new ChunkHashes(hashes);
    }

    int count() {
        return hashes.length / HASH;
    }

    boolean fit(long size) {
        return count() == (size + CHUNK - 1) / CHUNK;
    }

    boolean isOf(int chunk, byte[] bytes, int length) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, length);
        int at = chunk * HASH;
        return Arrays.equals(digest.digest(), 0, HASH, hashes, at, at + HASH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkHashes same && Arrays.equals(hashes, same.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    /** The hashes one after the other, in Base64. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(hashes);
    }
}
