package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.AuditModels.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The rules of the profession that no model may lose. Elements of the models are marked with the extension property
 * {@code interlock}; each rule is looked at on every path, and a marked element stays what it is.
 */
final class Interlocks {

    private static final int MOST_NAMED = 14;

    private final AuditModels set;
    private final Map<String, InterlockMark> marks = InterlockMarks.ALL;
    private final List<ModelFinding> findings = new ArrayList<>();

    private Interlocks(AuditModels set) {
        this.set = set;
    }

    /** Everything there is to say about the interlocks of a whole set. */
    static List<ModelFinding> findings(ModelSet models) {
        AuditModels set = new AuditModels(models);
        var check = new Interlocks(set);
        List<MarkedForm> forms = MarkedForm.all(models);
        check.findings.addAll(set.findings);
        check.findings.addAll(MarkedElements.findings(set, check.marks));
        check.findings.addAll(CalledProcesses.findings(set, check.marks));
        check.findings.addAll(GuardedVariables.findings(set, forms, check.marks));
        check.findings.addAll(MarkedForm.findings(forms, check.marks));
        check.hidden();
        check.paths();
        return List.copyOf(check.findings);
    }

    /** All words that may mark an element. */
    static Set<String> words() {
        return InterlockMarks.ALL.keySet();
    }

    /** A step that is an act is run by its own service task, not from an expression or a listener anywhere else. */
    private void hidden() {
        Map<String, InterlockMark> steps = new HashMap<>();
        marks.values().stream().filter(InterlockMark::isStep).forEach(mark -> steps.put(mark.act(), mark));
        set.documents.forEach((file, document) -> {
            NodeList all = document.getElementsByTagNameNS("*", "*");
            for (int i = 0; i < all.getLength(); i++) {
                if (all.item(i) instanceof Element element) {
                    expressions(element).stream()
                            .flatMap(text -> steps.keySet().stream().filter(bean -> names(text, bean)))
                            .forEach(bean -> findings.add(error(
                                    file,
                                    GuardedVariables.owner(element),
                                    "The step " + bean + " is an interlock's and cannot be run from here")));
                }
            }
        });
    }

    private static List<String> expressions(Element element) {
        List<String> expressions = new ArrayList<>(List.of(Bpmn.text(element)));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (element.getAttributes().item(i) instanceof Attr attribute) {
                boolean own = Bpmn.isExtension(attribute)
                        && Bpmn.kind(attribute).equals("delegateExpression")
                        && Part.isDrawn(element);
                if (!own) {
                    expressions.add(attribute.getValue());
                }
            }
        }
        return expressions;
    }

    private static boolean names(String text, String bean) {
        return text.contains("{") && text.matches("(?s).*\\b" + bean + "\\b.*");
    }

    private void paths() {
        Map<String, List<InterlockRule>> byProcess =
                InterlockRules.ALL.stream().collect(Collectors.groupingBy(InterlockRule::process));
        byProcess.forEach((process, rules) -> {
            Drawing drawing = set.drawings.get(process);
            if (drawing == null) {
                return;
            }
            TokenGraph graph = new TokenGraph(drawing, set.drawings);
            if (graph.problem() != null) {
                findings.add(error(drawing.file, process, "The process " + process + " " + graph.problem()));
                return;
            }
            Forks forks = new Forks(graph);
            for (InterlockRule rule : rules) {
                new MustPass(graph, forks, rule, marks)
                        .gaps()
                        .forEach(gap -> findings.add(error(gap.act().part, message(rule, gap))));
            }
        });
    }

    private String message(InterlockRule rule, MustPass.Gap gap) {
        String act = gap.act().part.label();
        String required = rule.before().stream()
                .map(word -> "'" + Objects.requireNonNull(marks.get(word)).title() + "'")
                .collect(Collectors.joining(" or "));
        if (gap.beside() != null) {
            return "'" + gap.beside().part.label() + "' can happen beside '" + act + "', and then " + required
                    + " would have to be done anew (" + rule.source() + ")";
        }
        List<String> path = named(gap.path());
        String lacks = gap.asked()
                ? " on which nobody asks whether the answer of " + required + " lets it go on"
                : " that does not pass " + required;
        String anew = gap.asked() || rule.since().isEmpty() ? "" : anew(rule, gap.path());
        return "There is a way from '" + path.get(0) + "' to '" + act + "'" + lacks + anew + ": "
                + String.join(" → ", shortened(path)) + " (" + rule.source() + ")";
    }

    private static String anew(InterlockRule rule, List<Spot> path) {
        return path.subList(0, path.size() - 1).stream()
                .filter(spot ->
                        !spot.leaving && spot.word != null && rule.since().contains(spot.word))
                .reduce((first, second) -> second)
                .map(spot -> " after '" + spot.part.label() + "'")
                .orElse("");
    }

    private static List<String> named(List<Spot> path) {
        List<String> names = new ArrayList<>();
        for (Spot spot : path) {
            boolean last = spot == path.get(path.size() - 1);
            boolean again = !names.isEmpty() && names.get(names.size() - 1).equals(spot.part.label());
            if (last && !again || !spot.leaving && !spot.part.isSilent() && !again) {
                names.add(spot.part.label());
            }
        }
        return names;
    }

    private static List<String> shortened(List<String> path) {
        if (path.size() <= MOST_NAMED) {
            return path;
        }
        List<String> ends = new ArrayList<>(path.subList(0, MOST_NAMED / 2));
        ends.add("…");
        ends.addAll(path.subList(path.size() - MOST_NAMED / 2, path.size()));
        return ends;
    }
}
