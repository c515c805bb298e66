package io.tickmark.modelcheck;

import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Extension properties that the product reads: phases, and milestones with their plan. */
final class Properties {

    private static final Set<String> PHASES = Set.of(
            "scoping",
            "readiness",
            "remediation",
            "fieldwork",
            "reporting",
            "issued",
            "closed",
            "declined",
            "withdrawn");
    private static final Set<String> DATES =
            Set.of("start", "fieldworkStart", "periodStart", "periodEnd", "asOf", "lastDay", "renewalFrom");

    private Properties() {}

    static void check(ModelSet set) {
        Set<String> milestones = set.processes().stream()
                .flatMap(model -> Xml.all(model.root(), "property"))
                .filter(property -> property.getAttribute("name").equals("milestone"))
                .map(property -> property.getAttribute("value"))
                .collect(Collectors.toSet());
        for (ModelSet.Model model : set.processes()) {
            Xml.all(model.root(), "property").forEach(property -> property(model.notes(), property, milestones));
        }
    }

    private static void property(Notes notes, Element property, Set<String> milestones) {
        String name = property.getAttribute("name");
        String value = property.getAttribute("value");
        String nobody = "Nobody understands the property " + name + " = " + value;
        String element = Xml.drawn(property);
        switch (name) {
            case "phase" ->
                notes.error(PHASES.contains(value), element, nobody + ": a phase is one of " + sorted(PHASES));
            case "milestone" ->
                notes.error(
                        !value.isBlank() && value.length() <= 100, element, nobody + ": a milestone has a short name.");
            case "interlock" ->
                notes.error(
                        Interlocks.words().contains(value), element, nobody + ": docs/models.md names the interlocks.");
            case "plannedDuration" ->
                notes.error(value.matches("P\\d{1,4}D"), element, nobody + ": write P10D for ten working days.");
            case "after" ->
                notes.error(
                        DATES.contains(value) || milestones.contains(value),
                        element,
                        nobody + ": it names a milestone of the set, or one of " + sorted(DATES));
            default -> notes.style(element, nobody + ".");
        }
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }
}
