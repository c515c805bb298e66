package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.scoping.EvidenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a population says where it comes from, and has as many rows as its giver counted (AT-C 205). */
@Component
@Order(7)
class PopulationCheck implements FitnessCheck {

    static final List<String> CODES =
            List.of("population-to-explain", "population-not-explained", "population-count-differs");

    private final RequestRepository requests;

    PopulationCheck(RequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public List<Finding> look(Examined examined) {
        UUID request = examined.document().request();
        Contents contents = examined.read();
        return request == null
                ? List.of()
                : requests.findById(request)
                        .map(asked -> judge(asked, contents == null ? List.of() : contents.sheets()))
                        .orElse(List.of());
    }

    /** @param sheets those of one of its documents; empty where it has none, or none was read yet */
    static List<Finding> judge(EvidenceRequest request, List<Contents.Sheet> sheets) {
        Integer said = request.population().count;
        if (request.kind() != EvidenceKind.POPULATION) {
            return List.of();
        }
        if (said == null) {
            return List.of(toExplain(sheets));
        }
        List<Finding> found = new ArrayList<>();
        List<String> missing = missing(request.population());
        if (!missing.isEmpty()) {
            found.add(Finding.warning(
                    "population-not-explained",
                    "To rely on this list the auditor needs to know how it was drawn. Not said: "
                            + String.join(", ", missing) + "."));
        }
        if (!sheets.isEmpty() && !fits(said, sheets)) {
            found.add(Finding.warning(
                    "population-count-differs",
                    "The number of records was said to be " + said + ", but " + inWords(sheets)
                            + ". Is the list whole, or were some filtered out?"));
        }
        return found;
    }

    /** Nothing is said of it before it is handed over: who has it is told now what will be looked at. */
    private static Finding toExplain(List<Contents.Sheet> sheets) {
        return Finding.info(
                "population-to-explain",
                (sheets.isEmpty() ? "" : "Found: " + inWords(sheets) + ". ")
                        + "Say with it how many records it has, the query or report, its parameters and filters, and the"
                        + " time of extraction; what is missing or differs is told to the auditor.");
    }

    private static List<String> missing(CountedPopulation population) {
        List<String> missing = new ArrayList<>();
        if (isBlank(population.source)) {
            missing.add("the system it comes from");
        }
        if (isBlank(population.query)) {
            missing.add("the query or report");
        }
        if (isBlank(population.parameters)) {
            missing.add("its parameters and filters");
        }
        if (population.extractedOn == null) {
            missing.add("the day of extraction");
        }
        if (isBlank(population.extractedTime)) {
            missing.add("the time of extraction");
        }
        return missing;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One sheet may be the list, or all of them together, each with or without a heading. */
    private static boolean fits(int said, List<Contents.Sheet> sheets) {
        List<Contents.Sheet> filled = sheets.stream().filter(s -> s.rows() > 0).toList();
        int all = filled.stream().mapToInt(Contents.Sheet::rows).sum();
        return sheets.stream().anyMatch(sheet -> sheet.rows() == said || sheet.rows() - 1 == said)
                || (said <= all && said >= all - filled.size());
    }

    private static String inWords(List<Contents.Sheet> sheets) {
        if (sheets.size() == 1) {
            return "the file has " + rows(sheets.get(0).rows()) + ", a heading included";
        }
        String each = String.join(
                ", ",
                sheets.stream()
                        .limit(5)
                        .map(sheet -> "\"" + sheet.name() + "\" has " + rows(sheet.rows()))
                        .toList());
        return "of its " + sheets.size() + " sheets " + each;
    }

    private static String rows(int count) {
        return count + (count == 1 ? " row" : " rows");
    }
}
