package io.tickmark.description;

import io.tickmark.scoping.EngagementWords;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the file proposes to write in each section: only what is not written there yet. A blank line between any two, since
 * a report runs lines without one together.
 */
record Suggestions(FiledFacts facts, Map<Section, String> texts) {

    private static final String SCOPE = "the scope";

    List<Suggestion> of(Section section) {
        List<Suggestion> found = new ArrayList<>();
        String written = texts.getOrDefault(section, "");
        if (!texts.containsKey(section)) {
            add(found, "last year", facts.lastYear().getOrDefault(section, ""));
        }
        switch (section) {
            case SERVICES -> add(found, "your request for the audit", written.isEmpty() ? facts.services() : "");
            case INFRASTRUCTURE, SOFTWARE, PEOPLE, PROCEDURES, DATA -> add(found, "the inventory", inventory(section));
            case BOUNDARIES ->
                add(found, SCOPE, written.isEmpty() ? facts.scope().text("boundaries") : "");
            case INCIDENTS -> add(found, "the register", register(section, IncidentKind.INCIDENT));
            case CONTROLS -> add(found, SCOPE, written.isEmpty() ? controls() : "");
            case USER_CONTROLS -> add(found, SCOPE, lines(section, facts.userControls()));
            case SUBSERVICES -> add(found, SCOPE, subservices());
            case NOT_APPLICABLE -> add(found, SCOPE, notApplicable());
            case CHANGES -> add(found, "the register", register(section, IncidentKind.SIGNIFICANT_CHANGE));
            case COMMITMENTS, TRANSACTIONS -> {
                // the file knows of none beside last year's
            }
        }
        return found;
    }

    private static void add(List<Suggestion> found, String from, String text) {
        if (!text.isEmpty() && text.length() <= SystemDescription.LONGEST) {
            found.add(new Suggestion(from, text));
        }
    }

    private boolean names(Section section, String what) {
        return Mention.isIn(texts.getOrDefault(section, ""), what);
    }

    private String lines(Section section, List<String> all) {
        return all.stream().filter(line -> !names(section, line)).collect(Collectors.joining("\n\n"));
    }

    private String inventory(Section section) {
        return facts.components(section).stream()
                .filter(row -> !names(section, row.text("name")))
                .map(row -> row.text("name") + (row.text("purpose").isEmpty() ? "" : ": " + row.text("purpose")))
                .collect(Collectors.joining("\n\n"));
    }

    private String register(Section section, IncidentKind kind) {
        return facts.toTell(kind).stream()
                .filter(incident -> !names(section, incident.title()))
                .map(Suggestions::told)
                .collect(Collectors.joining("\n\n"));
    }

    private static String told(IncidentFacts incident) {
        List<String> parts = new ArrayList<>();
        String found = incident.discoveredOn().equals(incident.occurredOn())
                ? ""
                : ", discovered on " + EngagementWords.day(incident.discoveredOn());
        parts.add(incident.title() + ", " + EngagementWords.day(incident.occurredOn()) + found + ".");
        parts.add(incident.nature());
        parts.add(incident.extent());
        if (incident.fromFailedControls()) {
            parts.add("It came about because controls failed.");
        }
        if (incident.failedCommitments()) {
            parts.add("Service commitments or system requirements were not met.");
        }
        parts.add(incident.disposition());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private String controls() {
        return facts.criteria().stream()
                .filter(ScopedCriterion::applicable)
                .map(criterion -> criterion.label() + ": "
                        + facts.controls().stream()
                                .filter(control -> control.criteria().contains(criterion.id()))
                                .map(ScopedControl::reference)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n\n"));
    }

    private String subservices() {
        return facts.subservices().stream()
                .filter(row -> !names(Section.SUBSERVICES, row.text("name")))
                .map(Suggestions::subservice)
                .collect(Collectors.joining("\n\n"));
    }

    private static String subservice(Answers row) {
        String method = row.text("method").equals("inclusive")
                ? "By the inclusive method, its controls are part of this description."
                : "By the carve-out method, its controls are not part of this description.";
        String expected = row.text("expectedControls").isEmpty()
                ? ""
                : " Controls expected of it:\n\n"
                        + row.text("expectedControls").lines().collect(Collectors.joining("\n\n"));
        return row.text("name") + ": " + row.text("service") + ". " + method + expected;
    }

    private String notApplicable() {
        return facts.notApplicable().stream()
                .filter(criterion -> !names(Section.NOT_APPLICABLE, criterion.id()))
                .map(criterion -> criterion.label() + ": " + criterion.reason())
                .collect(Collectors.joining("\n\n"));
    }
}
