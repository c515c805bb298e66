package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.AuditModels.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * A marked element stays what it is and where it belongs, and what is one in deed carries its mark: a mark taken away
 * takes no rule away.
 */
final class MarkedElements {

    private static final List<String> PEOPLE = List.of("candidateUsers", "formKey", "formHandlerClass");
    private static final Set<String> NOT_FOLLOWED = Set.of("transaction", "adHocSubProcess", "complexGateway");
    private static final Set<String> UNDONE = Set.of("compensateEventDefinition", "cancelEventDefinition");

    private final AuditModels set;
    private final Map<String, InterlockMark> marks;
    private final List<ModelFinding> findings = new ArrayList<>();

    private MarkedElements(AuditModels set, Map<String, InterlockMark> marks) {
        this.set = set;
        this.marks = marks;
    }

    static List<ModelFinding> findings(AuditModels set, Map<String, InterlockMark> marks) {
        var check = new MarkedElements(set, marks);
        set.parts().forEach(check::part);
        marks.values().forEach(check::isThere);
        check.areThere();
        return check.findings;
    }

    private void part(Part part) {
        if (NOT_FOLLOWED.contains(part.kind())) {
            find(part, "A " + part.kind() + " is not understood by the check of interlocks: use plain elements");
        }
        boolean undoes = part.definitions().stream().anyMatch(UNDONE::contains);
        if (undoes || "true".equals(part.xml().getAttribute("isForCompensation"))) {
            find(part, "Compensation and cancellation undo what was done, which no record of an audit allows");
        }
        if (part.kind().equals("callActivity")
                && Objects.requireNonNullElse(Bpmn.attribute(part.xml(), "calledElement"), "{")
                        .contains("{")) {
            find(part, "Name the process that is called: what is called cannot depend on a variable");
        }
        List<String> words = Bpmn.properties(part.xml(), "interlock");
        if (words.size() > 1) {
            find(part, "The element is marked as more than one interlock: " + String.join(", ", words));
        }
        String word = part.word();
        InterlockMark mark = word == null ? null : marks.get(word);
        if (mark == null) {
            inDeed(part);
        } else {
            marked(part, mark);
        }
    }

    private void inDeed(Part part) {
        List<InterlockMark> same =
                marks.values().stream().filter(mark -> isInDeed(part, mark)).toList();
        same.stream()
                .filter(mark -> mark.process().equals(part.process()))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .ifPresent(mark -> find(
                        part,
                        "'" + mark.title() + "' must stay marked with the property interlock = " + mark.word()
                                + ", and be nowhere else"));
    }

    private static boolean isInDeed(Part part, InterlockMark mark) {
        if (mark.isTask()) {
            boolean sameForm = mark.form().equals(Bpmn.extension(part.xml(), "formRef"));
            return sameForm || part.kind().equals("userTask") && part.phrase().equals(mark.act());
        }
        if (mark.isStep()) {
            return runs(part, mark.act());
        }
        if (mark.isCall()) {
            return mark.act().equals(Bpmn.attribute(part.xml(), "calledElement"));
        }
        boolean phase =
                !mark.act().isEmpty() && Bpmn.properties(part.xml(), "phase").contains(mark.act());
        return phase || mark.message() != null && awaits(part, mark.message());
    }

    private static boolean runs(Part part, String bean) {
        String expression = Bpmn.extension(part.xml(), "delegateExpression");
        return expression != null && expression.matches(".*\\b" + bean + "\\b.*");
    }

    private static boolean awaits(Part part, String message) {
        return Bpmn.children(part.xml(), "messageEventDefinition")
                .anyMatch(event -> event.getAttribute("messageRef").equals(message));
    }

    private void marked(Part part, InterlockMark mark) {
        String title = "'" + mark.title() + "', the interlock " + mark.word() + ", ";
        if (!part.kind().equals(mark.kind())) {
            find(part, title + "is a " + mark.kind() + " and cannot be a " + part.kind());
            return;
        }
        if (!set.tree(mark.process()).contains(part.process())) {
            find(part, title + "belongs into the process " + mark.process());
        }
        if (!isInDeed(part, mark)) {
            find(part, title + "belongs to another element: " + expected(mark));
        }
        loop(part, mark, title);
        if (mark.isTask()) {
            task(part, mark, title);
        } else if (mark.isStep()) {
            step(part, mark, title);
        } else if (mark.isCall()) {
            mappings(part, "in", mark.ins(), title);
            mappings(part, "out", mark.outs(), title);
            if (part.called() == null) {
                find(part, title + "calls the process of the same deployment");
            }
        } else if (mark.message() != null && !awaits(part, mark.message())) {
            find(part, title + "waits for the message " + mark.message());
        }
    }

    private static String expected(InterlockMark mark) {
        return switch (mark.kind()) {
            case "userTask" -> "the task with the form " + mark.form();
            case "serviceTask" -> "the step ${" + mark.act() + "}";
            case "callActivity" -> "the call of " + mark.act();
            default -> "the event with which the phase " + mark.act() + " begins";
        };
    }

    private void loop(Part part, InterlockMark mark, String title) {
        Element loop = part.loop();
        if (mark.loop() != null && !InterlockMarks.runsForSure(part)) {
            find(part, title + "is done once by each: a loop of " + mark.loop() + " without any other condition");
        } else if (mark.loop() == null && loop != null) {
            find(part, title + "cannot be in a loop, which might run no time at all");
        }
    }

    private void task(Part part, InterlockMark mark, String title) {
        if (!part.phrase().equals(mark.act())) {
            find(part, title + "keeps the id UserTask_" + mark.act() + ", by which its rules and records are found");
        }
        boolean sameForm = mark.form().equals(Bpmn.extension(part.xml(), "formRef"))
                && "deployment".equals(Bpmn.extension(part.xml(), "formRefBinding"));
        if (!sameForm) {
            find(part, title + "shows the form " + mark.form() + " of its own deployment");
        }
        String role = Bpmn.extension(part.xml(), "candidateGroups");
        if (role == null || !mark.roles().contains(role.strip())) {
            find(part, title + "is done by " + String.join(" or ", mark.roles()) + ", not by " + role);
        }
        String prepared = InterlockMarks.REVIEWS.get(mark.word());
        set.parts()
                .filter(other -> prepared != null && prepared.equals(other.word()))
                .filter(other -> Objects.equals(role, Bpmn.extension(other.xml(), "candidateGroups")))
                .forEach(other -> find(
                        part,
                        title + "needs another role than the preparer's: the role " + role + " does '" + other.label()
                                + "' too"));
        String assignee = Bpmn.extension(part.xml(), "assignee");
        if (assignee != null && !assignee.equals(mark.assignee())) {
            find(part, title + "cannot be given to somebody by " + assignee);
        }
        for (String attribute : PEOPLE) {
            if (Bpmn.extension(part.xml(), attribute) != null) {
                find(part, title + "cannot have " + attribute);
            }
        }
    }

    private void step(Part part, InterlockMark mark, String title) {
        if (!("${" + mark.act() + "}").equals(Bpmn.extension(part.xml(), "delegateExpression"))) {
            find(part, title + "runs the step ${" + mark.act() + "}");
        }
    }

    private void mappings(Part part, String direction, Set<String> variables, String title) {
        for (String variable : variables) {
            boolean handed = Bpmn.extensions(part.xml(), direction)
                    .anyMatch(map ->
                            variable.equals(map.getAttribute("source")) && variable.equals(map.getAttribute("target"))
                                    || "all".equals(map.getAttribute("variables")));
            if (!handed) {
                find(
                        part,
                        title + "hands " + variable + (direction.equals("in") ? " over" : " back")
                                + " under its own name");
            }
        }
    }

    private void isThere(InterlockMark mark) {
        Drawing home = set.drawings.get(mark.process());
        Set<String> tree = set.tree(mark.process());
        boolean there = set.parts().anyMatch(part -> mark.word().equals(part.word()) && tree.contains(part.process()));
        if (home != null && !there) {
            findings.add(error(
                    home.file,
                    home.id,
                    "The process " + mark.process() + " has lost '" + mark.title()
                            + "': nothing is marked with the property interlock = " + mark.word()));
        }
    }

    /** A set without any of the audit's processes is not an audit's; one that has some has all of them. */
    private void areThere() {
        Set<String> homes = new TreeSet<>();
        marks.values().forEach(mark -> homes.add(mark.process()));
        Set<String> lost = new TreeSet<>(homes);
        lost.removeAll(set.drawings.keySet());
        if (lost.size() < homes.size()) {
            lost.forEach(process -> findings.add(new ModelFinding(
                    "processes/" + process + ".bpmn",
                    null,
                    Severity.ERROR,
                    "The process " + process + " is missing, and with it the interlocks that it holds")));
        }
    }

    private void find(Part part, String message) {
        findings.add(error(part, message));
    }
}
