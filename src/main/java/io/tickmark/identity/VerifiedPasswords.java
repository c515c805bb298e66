package io.tickmark.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for some minutes that a password was right, so that a program that sends it with every request does not pay
 * the slow hash each time. It holds keyed hashes over name, password and the stored hash, under a key that lives and
 * dies with this process; a changed password is another entry.
 */
@Component
final class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 5_000;

    private final Map<String, Long> verified = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    VerifiedPasswords() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    boolean contains(String username, String password, String stored) {
        Long since = verified.get(mark(username, password, stored));
        return since != null && System.nanoTime() - since < KEPT.toNanos();
    }

    void add(String username, String password, String stored) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(mark(username, password, stored), System.nanoTime());
    }

    private String mark(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                mac.update((byte) ':');
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has HmacSHA256", missing);
        }
    }
}
