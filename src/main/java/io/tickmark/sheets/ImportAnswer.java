package io.tickmark.sheets;

import io.tickmark.kernel.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What an import of a list did, or would do. */
public record ImportAnswer(boolean dryRun, int created, int updated, int unchanged, int refused, List<Line> lines) {

    public static final String CREATED = "created";
    public static final String UPDATED = "updated";
    public static final String UNCHANGED = "unchanged";
    public static final String REFUSED = "refused";

    /**
     * @param line where it starts in the file; the heading is line 1
     * @param outcome one of {@code created updated unchanged refused}
     * @param message why it is refused; empty otherwise
     */
    public record Line(int line, String id, String outcome, String message) {

        /** A line with all that is wrong with it. */
        public static Line refused(int line, String id, List<Refusal> refusals) {
            return new Line(
                    line, id, REFUSED, refusals.stream().map(Refusal::message).collect(Collectors.joining(". ")));
        }

        /** A good line. */
        public static Line good(int line, String id, String outcome) {
            return new Line(line, id, outcome, "");
        }
    }

    public static ImportAnswer of(boolean dryRun, List<Line> lines) {
        return new ImportAnswer(
                dryRun,
                count(lines, CREATED),
                count(lines, UPDATED),
                count(lines, UNCHANGED),
                count(lines, REFUSED),
                lines);
    }

    private static int count(List<Line> lines, String outcome) {
        return (int) lines.stream().filter(l -> l.outcome().equals(outcome)).count();
    }
}
