package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.scoping.EvidenceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the items of a list that answers a sample request stand in the population that they were drawn from. */
@Component
@Order(8)
class SampleCheck implements FitnessCheck {

    private static final int MOST_ITEMS = 500;
    private static final int NAMED = 5;

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final Readings readings;
    private final Samples samples;

    SampleCheck(RequestRepository requests, DocumentRepository documents, Readings readings, Samples samples) {
        this.requests = requests;
        this.documents = documents;
        this.readings = readings;
        this.samples = samples;
    }

    @Override
    public List<Finding> look(Examined examined) {
        UUID request = examined.document().request();
        Contents contents = examined.read();
        if (request == null
                || contents == null
                || contents.sheets().isEmpty()
                || !contents.cut().isEmpty()) {
            return List.of();
        }
        return requests.findById(request)
                .filter(asked -> asked.kind() == EvidenceKind.SAMPLE)
                .map(asked -> judge(asked, contents.text()))
                .orElse(List.of());
    }

    private List<Finding> judge(EvidenceRequest sample, String text) {
        List<EvidenceRequest> populations = samples.drawnFrom(sample);
        Optional<Set<String>> records = records(populations);
        List<List<String>> rows = text.lines()
                .map(SampleCheck::cells)
                .filter(row -> !row.isEmpty())
                .toList();
        if (records.isEmpty() || rows.size() < 2 || rows.size() > MOST_ITEMS) {
            return List.of();
        }
        List<String> column = column(rows, records.get());
        List<String> strange = column.stream()
                .filter(item -> !records.get().contains(key(item)))
                .distinct()
                .toList();
        if (strange.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.warning(
                        "sample-not-in-population",
                        strange.size() + " of the " + column.size()
                                + " items in this list are not in the population of "
                                + String.join(
                                        " and ",
                                        populations.stream()
                                                .map(EvidenceRequest::reference)
                                                .toList()) + ": "
                                + String.join(
                                        ", ", strange.stream().limit(NAMED).toList())
                                + (strange.size() > NAMED ? ", …" : "") + ". Are they the items that were selected?")
                .naming(populations.stream().map(EvidenceRequest::id).toList()));
    }

    /** What stands in the populations' cells; empty where one of them could not be read whole. */
    private Optional<Set<String>> records(List<EvidenceRequest> populations) {
        List<Document> given = populations.isEmpty()
                ? List.of()
                : documents
                        .ofRequests(
                                populations.stream().map(EvidenceRequest::id).toList())
                        .stream()
                        .filter(d -> d.state() == DocumentState.ACCEPTED)
                        .toList();
        Set<String> records = new HashSet<>();
        for (Document document : given) {
            Optional<String> text = readings.wholeTable(document.id());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            text.get().lines().forEach(line -> cells(line).forEach(cell -> records.add(key(cell))));
        }
        return records.isEmpty() ? Optional.empty() : Optional.of(records);
    }

    /** The column with the most known records, without its heading; the first where none is known. */
    private static List<String> column(List<List<String>> rows, Set<String> records) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> best = List.of();
        long most = -1;
        for (int i = 0; i < width; i++) {
            List<String> cells = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                if (i < row.size() && !row.get(i).isEmpty()) {
                    cells.add(row.get(i));
                }
            }
            long known =
                    cells.stream().filter(cell -> records.contains(key(cell))).count();
            if (known > most) {
                most = known;
                best = cells;
            }
        }
        return best;
    }

    private static List<String> cells(String line) {
        return line.isBlank()
                ? List.of()
                : Arrays.stream(line.split("\t")).map(String::strip).toList();
    }

    private static String key(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }
}
