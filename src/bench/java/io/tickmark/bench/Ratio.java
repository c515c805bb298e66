package io.tickmark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of the result: ours against theirs, by the median, and the bar that is set for it. Each line is printed as
 * soon as it is known and kept in {@link #TABLE}, which the build prints at its end.
 */
public final class Ratio {

    /** Made anew by each run of the profile {@code bench}. */
    private static final Path TABLE = Path.of("target", "ratios.txt");

    private Ratio() {}

    /** Prints how many times theirs ours takes; less is better. */
    public static void print(String what, double[] ours, double[] theirs, String unit, String bar) {
        double our = median(ours);
        double their = median(theirs);
        line(String.format(
                Locale.ROOT,
                "RATIO %-64s %8s   ours %s %s, theirs %s %s   (bar: %s)",
                what,
                digits(our / their),
                digits(our),
                unit,
                digits(their),
                unit,
                bar));
    }

    /** Prints one measurement that is compared with nothing, or with a bar of its own. */
    public static void figure(String what, double value, String unit, String bar) {
        line(String.format(Locale.ROOT, "      %-64s %8s %s   (bar: %s)", what, digits(value), unit, bar));
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Three that count, at least: {@code 0.00123}, {@code 1.23}, {@code 12,345}. */
    private static String digits(double value) {
        if (value >= 100 || value == 0) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int decimals = (int) Math.max(1, 2 - Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @SuppressWarnings("SystemOut") // the benchmark's result
    private static void line(String line) {
        System.out.println(line);
        try {
            Files.createDirectories(TABLE.toAbsolutePath().getParent());
            Files.write(TABLE, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
