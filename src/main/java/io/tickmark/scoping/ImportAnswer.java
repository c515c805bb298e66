package io.tickmark.scoping;

import java.util.List;

/** What an import did, or would do. */
record ImportAnswer(boolean dryRun, int created, int updated, int unchanged, int refused, List<Line> lines) {

    /**
     * @param line where it starts in the file; the heading is line 1
     * @param outcome one of {@code created updated unchanged refused}
     * @param message why it is refused; empty otherwise
     */
    record Line(int line, String id, String outcome, String message) {}

    static ImportAnswer of(boolean dryRun, List<Line> lines) {
        return new ImportAnswer(
                dryRun,
                count(lines, "created"),
                count(lines, "updated"),
                count(lines, "unchanged"),
                count(lines, "refused"),
                lines);
    }

    private static int count(List<Line> lines, String outcome) {
        return (int) lines.stream().filter(l -> l.outcome().equals(outcome)).count();
    }
}
