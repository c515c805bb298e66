package io.tickmark.web;

import io.tickmark.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes a kept answer with the idempotency key that its caller holds, and that is stored nowhere: an answer may carry
 * an invitation link, and a copy of the database must not.
 */
final class Seal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Seal() {}

    /** What finds the row: it tells nothing of the key. */
    static String id(IdempotencyKey key) {
        return HexFormat.of().formatHex(digest("row", key));
    }

    static byte[] close(IdempotencyKey key, Answer answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(nonce);
        sealed.writeBytes(run(Cipher.ENCRYPT_MODE, key, nonce, write(answer)));
        return sealed.toByteArray();
    }

    static Answer open(IdempotencyKey key, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return read(run(Cipher.DECRYPT_MODE, key, nonce, rest));
    }

    private static byte[] run(int mode, IdempotencyKey key, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest("seal", key), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A kept answer cannot be sealed or opened", broken);
        }
    }

    private static byte[] digest(String use, IdempotencyKey key) {
        MessageDigest sha = Sha256.digest();
        sha.update((use + "\u001f").getBytes(StandardCharsets.UTF_8));
        return sha.digest(key.bytes());
    }

    private static byte[] write(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(answer.status());
            out.writeUTF(answer.contentType() == null ? "" : answer.contentType());
            out.writeUTF(answer.location() == null ? "" : answer.location());
            out.write(answer.body());
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static Answer read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int status = in.readInt();
            String type = in.readUTF();
            String location = in.readUTF();
            return new Answer(
                    status, type.isEmpty() ? null : type, location.isEmpty() ? null : location, in.readAllBytes());
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
