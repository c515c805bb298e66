package io.tickmark.reporting;

import io.tickmark.description.Mention;
import io.tickmark.reporting.ReportContent.Complementary;
import io.tickmark.reporting.ReportContent.Item;
import io.tickmark.reporting.ReportContent.Method;
import io.tickmark.reporting.ReportContent.NotApplicable;
import io.tickmark.reporting.ReportContent.Subservice;
import io.tickmark.reporting.ReportContent.SystemText;
import io.tickmark.reporting.ReportContent.Words;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Section III out of what the client wrote: the description, the list of the system's parts, and the scope.
 *
 * @param description the text of each section by its key
 * @param inventory answers of the task that recorded the parts
 * @param scope answers of the task that defined the scope
 */
record DescriptionText(Map<String, String> description, Answers inventory, Answers scope) {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R");

    SystemText with(List<ScopedCriterion> criteria) {
        return new SystemText(
                text("services"),
                text("transactions"),
                lines(text("commitments")),
                // the form asks for commitments and requirements together
                List.of(),
                component("infrastructure"),
                component("software"),
                component("people"),
                component("procedures"),
                component("data"),
                text("boundaries").isEmpty() ? scope.text("boundaries") : text("boundaries"),
                numbered("Incident", text("incidents")),
                numbered("Change", text("changes")),
                subservices(),
                scope.rows("userEntityControls").stream()
                        .map(row -> row.text("control"))
                        .filter(control -> !control.isEmpty())
                        .map(DescriptionText::complementary)
                        .toList(),
                lines(scope.text("userResponsibilities")),
                criteria.stream()
                        .filter(criterion -> !criterion.applicable())
                        .map(criterion -> new NotApplicable(criterion.id(), criterion.title(), criterion.reason()))
                        .toList(),
                new Words(text("controls"), text("userControls"), text("subservices"), text("notApplicable")));
    }

    private String text(String section) {
        return description.getOrDefault(section, "");
    }

    private List<Item> component(String kind) {
        List<Item> items = new ArrayList<>();
        String overview = text(kind);
        if (!overview.isEmpty()) {
            items.add(new Item("Overview", overview));
        }
        inventory.rows("items").stream()
                .filter(row -> row.text("kind").equals(kind))
                .filter(row -> row.text("purpose").isEmpty()
                        || !Mention.isIn(overview, row.text("name") + ": " + row.text("purpose")))
                .map(row -> new Item(row.text("name"), row.text("purpose")))
                .forEach(items::add);
        return items;
    }

    private List<Subservice> subservices() {
        return scope.rows("subserviceOrganisations").stream()
                .map(row -> new Subservice(
                        row.text("name"),
                        row.text("service"),
                        row.text("method").equals("inclusive") ? Method.INCLUSIVE : Method.CARVE_OUT,
                        "",
                        lines(row.text("expectedControls")).stream()
                                .map(DescriptionText::complementary)
                                .toList()))
                .toList();
    }

    /** Which criteria depend on it is not asked of the client. */
    private static Complementary complementary(String control) {
        return new Complementary(control, List.of());
    }

    /** A blank line parts one from the next. */
    private static List<Item> numbered(String what, String text) {
        List<String> each = BLANK_LINE
                .splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<Item> items = new ArrayList<>();
        for (String part : each) {
            items.add(new Item(each.size() == 1 ? what : what + " " + (items.size() + 1), part));
        }
        return items;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
