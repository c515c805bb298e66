package io.tickmark.evidence;

import io.tickmark.engagement.Category;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.sheets.Sheet;
import io.tickmark.sheets.SheetColumns;
import io.tickmark.sheets.SheetLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a template as people write one; the reading says of each line what is wrong with it. */
final class TemplateLines {

    static final List<String> HEADING = List.of("title", "kind", "criteria", "due_days", "client_review");

    static final int MOST = 500;
    private static final int LONGEST_CRITERIA = 500;
    private static final int MOST_DAYS = 365;
    private static final SheetColumns COLUMNS =
            new SheetColumns("request", HEADING.subList(0, 3), HEADING.subList(3, 5), MOST);
    private static final Pattern CRITERION = Pattern.compile("[A-Z]{1,3}[0-9]{1,2}(\\.[0-9]{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private TemplateLines() {}

    /** @param line null where it is refused */
    record Read(int number, String title, RequestTemplate.@Nullable Line line, List<Refusal> refusals) {}

    /** Throws {@link io.tickmark.kernel.Refused} when the file is no table with our columns. */
    static List<Read> read(byte[] file) {
        Sheet sheet = Sheet.read(file, COLUMNS);
        return sheet.lines().stream().map(line -> read(line, sheet.width())).toList();
    }

    private static Read read(SheetLine line, int width) {
        List<Refusal> refusals = new ArrayList<>();
        if (!line.isWhole()) {
            refusals.add(
                    new Refusal("columns", "There are " + line.count() + " values where the heading names " + width));
            return new Read(line.number(), "", null, refusals);
        }
        String title = RequestEntry.title(line.cell("title"), refusals);
        EvidenceKind kind = RequestEntry.kind(line.cell("kind"), refusals);
        List<String> criteria = criteria(line.cell("criteria"), "criteria", refusals);
        Integer days = days(line.cell("due_days"), "due_days", refusals);
        boolean review = RequestLines.yes(line, refusals);
        return new Read(
                line.number(),
                title,
                kind == null || !refusals.isEmpty()
                        ? null
                        : new RequestTemplate.Line(title, kind, criteria, days, review),
                refusals);
    }

    /** @param field what a refusal is said of */
    static List<String> criteria(String cell, String field, List<Refusal> refusals) {
        List<String> words = Stream.of(cell.split("[;,]"))
                .map(word -> word.strip().toUpperCase(Locale.ROOT).replace(' ', '_'))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        List<String> unknown = words.stream()
                .filter(word -> !CRITERION.matcher(word).matches()
                        && Arrays.stream(Category.values())
                                .noneMatch(category -> category.name().equals(word)))
                .toList();
        if (words.isEmpty() || !unknown.isEmpty() || cell.length() > LONGEST_CRITERIA) {
            refusals.add(new Refusal(
                    field,
                    "Name criteria as CC6.1, series as CC6, or categories as AVAILABILITY"
                            + (unknown.isEmpty() ? "" : "; not " + String.join(", ", unknown))));
        }
        return words;
    }

    /** @param field like that of {@link #criteria} */
    static @Nullable Integer days(String cell, String field, List<Refusal> refusals) {
        if (cell.isEmpty()) {
            return null;
        }
        Integer days = NUMBER.matcher(cell).matches() ? Integer.valueOf(cell) : null;
        if (days == null || days < 1 || days > MOST_DAYS) {
            refusals.add(new Refusal(field, "'" + cell + "' is no number of days from 1 to " + MOST_DAYS));
        }
        return days;
    }
}
