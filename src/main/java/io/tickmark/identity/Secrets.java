package io.tickmark.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets of 256 bits, told once; only their hash is kept. So much chance needs no slow hash. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
