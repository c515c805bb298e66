package io.tickmark;

import static io.tickmark.GeneratedPage.cell;
import static io.tickmark.GeneratedPage.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The decision tables of one file, as tables. */
final class DecisionPage {

    private DecisionPage() {}

    static List<String> lines(Path file) {
        List<String> lines = new ArrayList<>();
        for (Decision decision : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)) {
            lines.addAll(List.of("### " + decision.getName(), ""));
            String path = file.toString().replace('\\', '/');
            lines.add("`" + decision.getId() + "` in [`" + path + "`](../" + path + ")."
                    + (decision.getDescription() == null
                            ? ""
                            : " " + cell(decision.getDescription().getTextContent())));
            lines.add("");
            decision.getChildElementsByType(DecisionTable.class).forEach(table -> table(lines, table));
        }
        return lines;
    }

    private static void table(List<String> lines, DecisionTable table) {
        List<String> head = new ArrayList<>();
        table.getInputs().forEach(input -> head.add(cell(input.getLabel())));
        table.getOutputs().forEach(output -> head.add("→ " + cell(output.getLabel())));
        head.add("note");
        lines.add("Hit policy `" + table.getHitPolicy() + "`.");
        lines.add("");
        lines.add(row(head.toArray(String[]::new)));
        lines.add(row(Collections.nCopies(head.size(), "---").toArray(String[]::new)));
        table.getRules().forEach(rule -> lines.add(rule(rule)));
        lines.add("");
    }

    private static String rule(Rule rule) {
        List<String> cells = new ArrayList<>();
        rule.getInputEntries().forEach(entry -> cells.add(code(entry.getTextContent())));
        rule.getOutputEntries().forEach(entry -> cells.add(code(entry.getTextContent())));
        cells.add(
                rule.getDescription() == null ? "" : cell(rule.getDescription().getTextContent()));
        return row(cells.toArray(String[]::new));
    }

    private static String code(String text) {
        return text.isBlank() ? "any" : "`" + cell(text) + "`";
    }
}
