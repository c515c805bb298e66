package io.tickmark.bench;

import java.util.Arrays;
import java.util.Locale;

/** One line of the result: ours against theirs, by the median, and the bar that {@code quality.md} sets. */
public final class Ratio {

    private Ratio() {}

    /** Prints how many times theirs ours takes; less is better. */
    @SuppressWarnings("SystemOut") // the benchmark's result
    public static void print(String what, double[] ours, double[] theirs, String unit, String bar) {
        double our = median(ours);
        double their = median(theirs);
        System.out.println(String.format(
                Locale.ROOT,
                "RATIO %-52s %8.2f   ours %.3f %s, theirs %.3f %s   (bar: %s)",
                what,
                our / their,
                our,
                unit,
                their,
                unit,
                bar));
    }

    @SuppressWarnings("SystemOut")
    public static void rate(String what, double rate, String unit, String bar) {
        System.out.println(String.format(Locale.ROOT, "RATE  %-52s %,.0f %s   (bar: %s)", what, rate, unit, bar));
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
