package io.tickmark.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests ask for the same: method, address and body, for files their names and bytes, but never the
 * boundaries between parts. It is keyed by the idempotency key, so that what is stored cannot be used to guess a body.
 */
public final class Fingerprint {

    private static final Pattern BOUNDARY = Pattern.compile("^multipart/.*boundary=\"?([^\";,\\s]+)");

    private final Mac mac;

    private Fingerprint(IdempotencyKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has HmacSHA256", missing);
        }
    }

    /** Starts with method and address; what the body holds is added by the caller, always in the same order. */
    public static Fingerprint of(IdempotencyKey key, HttpServletRequest request) {
        return new Fingerprint(key)
                .with(request.getMethod())
                .with(request.getRequestURI())
                .with(request.getQueryString());
    }

    static Fingerprint of(IdempotencyKey key, HeldBody request) {
        return of(key, (HttpServletRequest) request).with(withoutBoundary(request.getContentType(), request.body()));
    }

    private static byte[] withoutBoundary(@Nullable String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            return body;
        }
        // one character for each byte, so that nothing of a file is lost on the way
        return new String(body, StandardCharsets.ISO_8859_1)
                .replace("--" + boundary.group(1), "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public Fingerprint with(@Nullable String text) {
        return with(text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length goes first, so that two neighbours never run into each other. */
    public Fingerprint with(byte[] bytes) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
        return this;
    }

    /** Lower-case hex, 64 characters; ends this fingerprint. */
    public String hex() {
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
