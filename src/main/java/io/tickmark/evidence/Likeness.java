package io.tickmark.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint by which texts are found that are almost the same (MinHash over runs of four words). The share of equal
 * places of two fingerprints is about the share of runs that the texts have in common.
 */
record Likeness(int[] least) {

    static final int BANDS = 16;

    private static final int HASHES = 64;
    private static final int RUN = 4;
    private static final int FEWEST_WORDS = 30;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Null for a text too short to be like another by more than chance. */
    static @Nullable Likeness of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (words.size() < FEWEST_WORDS) {
            return null;
        }
        int[] least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i + RUN <= words.size(); i++) {
            long run = 1;
            for (String word : words.subList(i, i + RUN)) {
                run = mix(run * 31 + word.hashCode());
            }
            for (int h = 0; h < HASHES; h++) {
                least[h] = Math.min(least[h], (int) (mix(run + h * MIX) >>> 33));
            }
        }
        return new Likeness(least);
    }

    /** SplitMix64's finisher. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Texts that have four fifths in common share a band almost always; those that have a third, seldom. */
    long[] bands() {
        int rows = HASHES / BANDS;
        long[] bands = new long[BANDS];
        for (int i = 0; i < HASHES; i++) {
            bands[i / rows] = mix(bands[i / rows] * 31 + least[i]);
        }
        return bands;
    }

    /** About the share that the texts have in common, in percent. */
    int percent(Likeness other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += least[i] == other.least[i] ? 1 : 0;
        }
        return same * 100 / HASHES;
    }

    String hex() {
        StringBuilder hex = new StringBuilder(HASHES * 8);
        for (int hash : least) {
            hex.append(String.format("%08x", hash));
        }
        return hex.toString();
    }

    static Likeness parse(String hex) {
        int[] least = new int[HASHES];
        for (int i = 0; i < HASHES; i++) {
            least[i] = Integer.parseUnsignedInt(hex, i * 8, i * 8 + 8, 16);
        }
        return new Likeness(least);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Likeness likeness && Arrays.equals(least, likeness.least);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(least);
    }

    @Override
    public String toString() {
        return hex();
    }
}
