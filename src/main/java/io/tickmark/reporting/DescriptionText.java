package io.tickmark.reporting;

import io.tickmark.description.Mention;
import io.tickmark.reporting.ReportContent.Assertion;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Section III out of what the client wrote: the description, the list of the system's parts, and the scope.
 *
 * @param description the text of each section by its key
 * @param inventory answers of the task that recorded the parts
 * @param scope answers of the task that defined the scope
 */
record DescriptionText(Map<String, String> description, Answers inventory, Answers scope) {

    private static final Pattern DEPENDING = Pattern.compile(
            "(.*\\S)\\s*\\((\\p{Upper}{1,2}\\d+(?:\\.\\d+)?(?:[,;]\\s*\\p{Upper}{1,2}\\d+(?:\\.\\d+)?)*)\\)\\.?",
            Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[,;]\\s*");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R");

    /** @param assertions what the management of an inclusive subservice organisation signed, by its name */
    SystemText with(List<ScopedCriterion> criteria, Function<String, Optional<Assertion>> assertions) {
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
                subservices(ids(criteria), assertions),
                scope.rows("userEntityControls").stream()
                        .map(row -> row.text("control"))
                        .filter(control -> !control.isEmpty())
                        .map(control -> complementary(control, ids(criteria)))
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

    private static Set<String> ids(List<ScopedCriterion> criteria) {
        return criteria.stream().map(ScopedCriterion::id).collect(Collectors.toSet());
    }

    private List<Subservice> subservices(Set<String> criteria, Function<String, Optional<Assertion>> assertions) {
        return scope.rows("subserviceOrganisations").stream()
                .map(row -> new Subservice(
                        row.text("name"),
                        row.text("service"),
                        row.text("method").equals("inclusive") ? Method.INCLUSIVE : Method.CARVE_OUT,
                        row.text("monitoring"),
                        lines(row.text("expectedControls")).stream()
                                .map(control -> complementary(control, criteria))
                                .toList(),
                        row.text("method").equals("inclusive")
                                ? assertions.apply(row.text("name")).orElse(null)
                                : null))
                .toList();
    }

    /**
     * What depends on it stands in parentheses at the end, as in "Media are wiped (CC6.5, C1.2)".
     *
     * @param criteria those of the report; what is no part of it is not named
     */
    private static Complementary complementary(String control, Set<String> criteria) {
        Matcher ended = DEPENDING.matcher(control);
        return ended.matches()
                ? new Complementary(
                        ended.group(1),
                        BETWEEN.splitAsStream(ended.group(2))
                                .filter(criteria::contains)
                                .toList())
                : new Complementary(control, List.of());
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
