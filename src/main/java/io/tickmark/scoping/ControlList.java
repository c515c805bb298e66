package io.tickmark.scoping;

import io.tickmark.kernel.Refusal;
import io.tickmark.sheets.Sheet;
import io.tickmark.sheets.SheetColumns;
import io.tickmark.sheets.SheetLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a client's control list and says of every line what is wrong with it. */
@Component
class ControlList {

    static final Set<String> FREQUENCIES = Set.of(
            "continuous",
            "multiple_daily",
            "daily",
            "weekly",
            "monthly",
            "quarterly",
            "semiannual",
            "annual",
            "per_event");
    static final Set<String> NATURES =
            Set.of("preventive/manual", "preventive/automated", "detective/manual", "detective/automated");

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final SheetColumns COLUMNS = new SheetColumns(
            "control",
            List.of("id", "title", "description", "criteria", "frequency", "nature", "evidence_requests"),
            List.of(),
            5000);
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 10_000;

    private final Catalogue catalogue;

    ControlList(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Throws {@link io.tickmark.kernel.Refused} when the file is no table with our columns. */
    List<ReadLine> read(byte[] file) {
        Sheet sheet = Sheet.read(file, COLUMNS);
        Map<String, Integer> seen = new HashMap<>();
        return sheet.lines().stream()
                .map(line -> new Reading(line, sheet.width()).read(seen))
                .toList();
    }

    /** The reading of one line. */
    private final class Reading {

        private final SheetLine line;
        private final int width;
        private final List<Refusal> refusals = new ArrayList<>();

        Reading(SheetLine line, int width) {
            this.line = line;
            this.width = width;
        }

        ReadLine read(Map<String, Integer> seen) {
            if (!line.isWhole()) {
                refuse("columns", "There are " + line.count() + " values where the heading names " + width);
                return new ReadLine(line.number(), "", null, refusals);
            }
            String reference = reference(seen);
            ControlLine control = new ControlLine(
                    reference,
                    text("title", LONGEST_TITLE),
                    text("description", LONGEST_TEXT),
                    criteria(),
                    oneOf("frequency", FREQUENCIES),
                    oneOf("nature", NATURES),
                    evidence());
            return new ReadLine(line.number(), reference, refusals.isEmpty() ? control : null, refusals);
        }

        private String reference(Map<String, Integer> seen) {
            String reference = cell("id");
            if (!REFERENCE.matcher(reference).matches()) {
                refuse("id", "An id has 1 to 40 letters A to Z, digits, dots, hyphens and underscores, as ORG-01");
                return reference;
            }
            Integer before = seen.putIfAbsent(reference.toUpperCase(Locale.ROOT), line.number());
            if (before != null) {
                refuse("id", reference + " stands on line " + before + " already: each control has one line");
            }
            return reference;
        }

        private String text(String column, int longest) {
            String text = cell(column);
            if (text.isEmpty() || text.length() > longest) {
                refuse(column, "A text of 1 to " + longest + " characters is needed, not " + text.length());
            }
            return text;
        }

        private String oneOf(String column, Set<String> known) {
            String value = cell(column).toLowerCase(Locale.ROOT);
            if (!known.contains(value)) {
                refuse(
                        column,
                        "'" + value + "' is none of " + known.stream().sorted().toList());
            }
            return value;
        }

        private List<String> criteria() {
            List<String> criteria = items("criteria")
                    .map(id -> id.toUpperCase(Locale.ROOT))
                    .distinct()
                    .toList();
            List<String> unknown = criteria.stream()
                    .filter(id -> !catalogue.knows(id) && !id.equals(Control.OBJECTIVES_ONLY))
                    .toList();
            if (criteria.isEmpty()) {
                refuse("criteria", "Name at least one criterion, as CC6.1;CC6.2, or SOC1 for one that serves none");
            } else if (!unknown.isEmpty()) {
                refuse("criteria", unknown + " are no criteria; GET /api/criteria lists all 61, such as CC6.1");
            }
            return criteria;
        }

        private List<PlannedEvidence> evidence() {
            List<PlannedEvidence> evidence = new ArrayList<>();
            items("evidence_requests").forEach(item -> {
                PlannedEvidence planned = planned(item);
                if (planned != null) {
                    evidence.add(planned);
                }
            });
            List<EvidenceKind> kinds =
                    evidence.stream().map(PlannedEvidence::kind).toList();
            int population = kinds.indexOf(EvidenceKind.POPULATION);
            int sample = kinds.indexOf(EvidenceKind.SAMPLE);
            if (sample >= 0 && sample < population) {
                refuse("evidence_requests", "A population (POP) stands before the samples (SMP) drawn from it");
            }
            return evidence;
        }

        private @Nullable PlannedEvidence planned(String item) {
            int space = item.indexOf(' ');
            String code = space < 0 ? item : item.substring(0, space);
            for (EvidenceKind kind : EvidenceKind.values()) {
                if (kind.code().equals(code.toUpperCase(Locale.ROOT)) && space > 0) {
                    return new PlannedEvidence(kind, item.substring(space + 1));
                }
            }
            refuse(
                    "evidence_requests",
                    "'" + item + "' does not begin with its kind: POP, SMP, DOC, CFG or OBS, a space, what is asked");
            return null;
        }

        private Stream<String> items(String column) {
            return Stream.of(cell(column).split(";")).map(String::strip).filter(item -> !item.isEmpty());
        }

        /** A cell may hold line breaks, a control's texts need none. */
        private String cell(String column) {
            String cell = line.cell(column);
            if (cell.indexOf('\0') >= 0) {
                refuse(column, "The value holds a character that is none (NUL)");
            }
            return cell;
        }

        private void refuse(String column, String message) {
            refusals.add(new Refusal("line " + line.number() + ": " + column, message));
        }
    }
}
