package io.tickmark.description;

import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds a description against the description criteria DC1 to DC9 (DC 200) and against the file. It says what is
 * missing; whether readers are misled by that is the auditor's to judge.
 */
final class Completeness {

    private static final Pattern ASKS_OF_USERS =
            Pattern.compile("(?iu)complementary user|user entit(?:y|ies)|customer.{0,40} (?:must|shall|responsible)");
    private static final int NAMED = 5;

    private final FiledFacts facts;
    private final Map<Section, String> texts;
    private final List<Missing> missing = new ArrayList<>();

    private Completeness(FiledFacts facts, Map<Section, String> texts) {
        this.facts = facts;
        this.texts = texts;
    }

    /** In the order of the sections; only what a planned report prints is asked for. */
    static List<Missing> check(FiledFacts facts, Map<Section, String> texts) {
        Completeness check = new Completeness(facts, texts);
        for (Section section : Section.values()) {
            if (facts.isPrinted(section)) {
                check.section(section);
            }
        }
        return check.missing;
    }

    private void section(Section section) {
        switch (section) {
            case SERVICES, COMMITMENTS, TRANSACTIONS -> written(section);
            case INFRASTRUCTURE, SOFTWARE, PEOPLE, PROCEDURES, DATA -> component(section);
            case BOUNDARIES -> boundaries();
            case INCIDENTS -> told(section, IncidentKind.INCIDENT);
            case CONTROLS -> controls();
            case USER_CONTROLS -> userControls();
            case SUBSERVICES -> subservices();
            case NOT_APPLICABLE -> notApplicable();
            case CHANGES -> told(section, IncidentKind.SIGNIFICANT_CHANGE);
        }
    }

    private String text(Section section) {
        return texts.getOrDefault(section, "");
    }

    private void add(Section section, String message) {
        missing.add(new Missing(section.criterion(), section.key(), message));
    }

    private void written(Section section) {
        if (text(section).isEmpty()) {
            add(section, "Nothing is written under '" + section.title(facts.byObjectives()) + "'.");
        }
    }

    private void component(Section section) {
        if (text(section).isEmpty()) {
            int known = facts.components(section).size();
            add(
                    section,
                    "One of the five components is not described: " + section.key()
                            + (known == 0 ? "." : "; the inventory names " + known + " of it."));
        }
    }

    private void boundaries() {
        if (text(Section.BOUNDARIES).isEmpty()
                && facts.scope().text("boundaries").isEmpty()) {
            add(Section.BOUNDARIES, "Neither the description nor the scope says where the system ends.");
        }
    }

    private void told(Section section, IncidentKind kind) {
        facts.toTell(kind).stream()
                .filter(incident -> !Mention.isIn(text(section), incident.title()))
                .forEach(incident -> add(section, incident.label() + " is on file and not told of."));
    }

    private void controls() {
        List<String> bare = facts.criteria().stream()
                .filter(ScopedCriterion::applicable)
                .map(ScopedCriterion::id)
                .filter(id -> facts.controls().stream()
                        .noneMatch(control -> control.criteria().contains(id)))
                .toList();
        if (facts.criteria().isEmpty()) {
            add(
                    Section.CONTROLS,
                    facts.byObjectives() ? "No control objective is stated yet." : "No criterion is in scope yet.");
        } else if (!bare.isEmpty()) {
            add(Section.CONTROLS, "No control of the scope serves " + some(bare) + ".");
        }
    }

    private void userControls() {
        List<String> unnamed = facts.userControls().stream()
                .filter(control -> !Mention.isIn(text(Section.USER_CONTROLS), control))
                .toList();
        if (!unnamed.isEmpty()) {
            add(
                    Section.USER_CONTROLS,
                    "The section does not name these controls of user entities, which the report adds from the scope: "
                            + some(unnamed) + ".");
        }
        if (facts.userControls().isEmpty() && text(Section.USER_CONTROLS).isEmpty()) {
            List<String> asking = facts.controls().stream()
                    .filter(control -> ASKS_OF_USERS
                            .matcher(control.title() + " " + control.description())
                            .find())
                    .map(ScopedControl::reference)
                    .toList();
            if (!asking.isEmpty()) {
                add(
                        Section.USER_CONTROLS,
                        "No control of user entities is named, but these controls speak of them: " + some(asking)
                                + ".");
            }
        }
    }

    private void subservices() {
        for (Answers organisation : facts.subservices()) {
            String name = organisation.text("name");
            if (!Mention.isIn(text(Section.SUBSERVICES), name)) {
                add(
                        Section.SUBSERVICES,
                        "The section does not name " + name + ", a subservice organisation of the scope; the report"
                                + " adds it from there.");
            }
            if (organisation.text("expectedControls").isEmpty()
                    && !organisation.text("method").equals("inclusive")
                    && text(Section.SUBSERVICES).isEmpty()) {
                add(
                        Section.SUBSERVICES,
                        "Nothing says which controls are expected of " + name + ", which is carved out.");
            }
        }
    }

    private void notApplicable() {
        for (ScopedCriterion criterion : facts.notApplicable()) {
            if (criterion.reason().isBlank() && !Mention.isIn(text(Section.NOT_APPLICABLE), criterion.id())) {
                add(Section.NOT_APPLICABLE, "Nothing says why " + criterion.id() + " does not apply.");
            } else if (!Mention.isIn(text(Section.NOT_APPLICABLE), criterion.id())) {
                add(
                        Section.NOT_APPLICABLE,
                        "The section does not say why " + criterion.id()
                                + " does not apply; the report adds the reason from the scope.");
            }
        }
    }

    private static String some(List<String> all) {
        String named = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? named : named + " and " + (all.size() - NAMED) + " more";
    }
}
