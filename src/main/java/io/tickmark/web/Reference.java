package io.tickmark.web;

import java.security.SecureRandom;
import java.util.Locale;

/** A short mark that a person can read over the phone and an administrator finds in the log. */
final class Reference {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String next() {
        return String.format(Locale.ROOT, "%04X-%04X", RANDOM.nextInt(1 << 16), RANDOM.nextInt(1 << 16));
    }
}
