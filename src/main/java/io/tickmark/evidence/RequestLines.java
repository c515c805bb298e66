package io.tickmark.evidence;

import io.tickmark.kernel.Refusal;
import io.tickmark.sheets.Sheet;
import io.tickmark.sheets.SheetColumns;
import io.tickmark.sheets.SheetLine;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a request list, as people write one or as ours was taken along. */
final class RequestLines {

    static final List<String> NEEDED = List.of("title", "kind", "controls", "due");
    static final List<String> OTHERS =
            List.of("reference", "owner", "covers_from", "covers_to", "client_review", "sample_of", "location");

    /** A firm's largest lists have some hundreds. */
    static final int MOST = 2000;

    private static final SheetColumns COLUMNS = new SheetColumns("request", NEEDED, OTHERS, MOST);

    private RequestLines() {}

    /**
     * One line.
     *
     * @param reference of the request that it changes, such as {@code R-12}; empty for a new one
     * @param owned whether the list says anything of owners
     * @param located whether it says anything of places
     */
    record Line(
            int number,
            String reference,
            RequestEntry.Sent sent,
            boolean owned,
            boolean located,
            List<Refusal> refusals) {}

    /** Throws {@link io.tickmark.kernel.Refused} when the file is no table with our columns. */
    static List<Line> read(byte[] file) {
        Sheet sheet = Sheet.read(file, COLUMNS);
        return sheet.lines().stream().map(line -> read(line, sheet)).toList();
    }

    private static Line read(SheetLine line, Sheet sheet) {
        List<Refusal> refusals = new ArrayList<>();
        if (!line.isWhole()) {
            refusals.add(new Refusal(
                    "columns", "There are " + line.count() + " values where the heading names " + sheet.width()));
        }
        RequestEntry.Sent sent = new RequestEntry.Sent(
                line.cell("title"),
                line.cell("kind"),
                Stream.of(line.cell("controls").split("[;,]"))
                        .map(String::strip)
                        .filter(control -> !control.isEmpty())
                        .toList(),
                line.cell("owner"),
                day(line, "due", refusals),
                day(line, "covers_from", refusals),
                day(line, "covers_to", refusals),
                yes(line, refusals),
                line.cell("sample_of").isEmpty() ? null : line.cell("sample_of"),
                null,
                null,
                line.cell("location").isEmpty() ? null : line.cell("location"));
        return new Line(
                line.number(),
                line.cell("reference").toUpperCase(Locale.ROOT),
                sent,
                sheet.has("owner"),
                sheet.has("location"),
                refusals);
    }

    private static @Nullable LocalDate day(SheetLine line, String column, List<Refusal> refusals) {
        String day = line.cell(column);
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException other) {
            refusals.add(new Refusal(column, "'" + day + "' is no day as 2026-03-31"));
            return null;
        }
    }

    static boolean yes(SheetLine line, List<Refusal> refusals) {
        String word = line.cell("client_review").toLowerCase(Locale.ROOT);
        if (!List.of("", "no", "false", "yes", "true").contains(word)) {
            refusals.add(new Refusal("client_review", "'" + word + "' is neither yes nor no"));
        }
        return word.equals("yes") || word.equals("true");
    }
}
