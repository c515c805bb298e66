package io.tickmark.fieldwork;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Selects sample items so that anybody can select the same ones again, in any language: docs/sampling.md. The
 * population is cut into as many strips of equal length as items are wanted, and one item is taken from each, so that
 * the sample is spread over the period.
 */
final class Selection {

    private static final int SEED_BYTES = 8;

    private Selection() {}

    /**
     * The first 16 hex digits of the SHA-256 of {@code engagement/control/request}; a further round adds {@code /round}.
     */
    static String seed(EngagementId engagement, String control, UUID request, int round) {
        String text = engagement + "/" + control + "/" + request + (round == 1 ? "" : "/" + round);
        return Sha256.hex(text).substring(0, 2 * SEED_BYTES);
    }

    /**
     * Numbers of the selected items, ascending.
     *
     * @param population at least 1
     * @param size from 1 to the population
     */
    static List<Integer> items(int population, int size, String seed) {
        if (size < 1 || size > population) {
            throw new IllegalArgumentException("Of " + population + " items " + size + " cannot be selected");
        }
        SplitMix random = new SplitMix(Long.parseUnsignedLong(seed, 16));
        List<Integer> items = new ArrayList<>();
        for (int strip = 0; strip < size; strip++) {
            int before = edge(population, size, strip);
            int width = edge(population, size, strip + 1) - before;
            items.add(before + 1 + (int) Long.remainderUnsigned(random.next(), width));
        }
        return items;
    }

    /** The last item before the given strip. */
    private static int edge(int population, int size, int strip) {
        return (int) ((long) strip * population / size);
    }

    /** SplitMix64 (Steele, Lea, Flood 2014), written out so that no library's later version can change a sample. */
    private static final class SplitMix {

        private long state;

        SplitMix(long seed) {
            this.state = seed;
        }

        long next() {
            state += 0x9E3779B97F4A7C15L;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
