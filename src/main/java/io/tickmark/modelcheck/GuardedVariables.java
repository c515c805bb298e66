package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.AuditModels.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The variables that interlocks rest on are set by their own tasks, and only handed on under their own names. */
final class GuardedVariables {

    private static final Set<String> NAMING = Set.of("target", "name", "id", "elementVariable", "resultVariable");

    private final Map<String, Set<String>> forms = new TreeMap<>();
    private final List<ModelFinding> findings = new ArrayList<>();

    private GuardedVariables(Map<String, InterlockMark> marks) {
        marks.values().forEach(this::of);
        forms.computeIfAbsent("qualityReviewNeeded", variable -> new TreeSet<>())
                .add("accept-engagement");
    }

    private void of(InterlockMark mark) {
        Decision decision = mark.decision();
        if (decision != null) {
            Set<String> own = forms.computeIfAbsent(decision.variable(), variable -> new TreeSet<>());
            if (mark.isTask()) {
                own.add(mark.form());
            }
        }
        if (mark.word().equals("comments-answered")) {
            forms.computeIfAbsent("furtherWork", variable -> new TreeSet<>()).add(mark.form());
        }
        if (mark.word().equals("facts-assessed")) {
            forms.computeIfAbsent("postIssueAction", variable -> new TreeSet<>())
                    .add(mark.form());
        }
        if (mark.word().equals("open-work-checked")) {
            forms.computeIfAbsent("workOpen", variable -> new TreeSet<>());
        }
        String loop = mark.loop();
        if (loop != null) {
            forms.computeIfAbsent(loop.replaceAll("\\W", ""), variable -> new TreeSet<>());
        }
    }

    static List<ModelFinding> findings(AuditModels set, List<MarkedForm> forms, Map<String, InterlockMark> marks) {
        var guarded = new GuardedVariables(marks);
        set.documents.forEach(guarded::model);
        forms.forEach(guarded::form);
        return guarded.findings;
    }

    private void form(MarkedForm form) {
        for (MarkedForm.Field field : form.fields()) {
            Set<String> own = forms.get(field.name());
            if (own != null && !own.contains(form.id())) {
                findings.add(error(
                        form.file(),
                        field.id(),
                        "The answer '" + field.name() + "' decides about an interlock and cannot be asked here"
                                + (own.isEmpty()
                                        ? ""
                                        : ": that is what the form " + String.join(", ", own) + " is for")));
            }
        }
    }

    private void model(String file, Document document) {
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                for (int a = 0; a < element.getAttributes().getLength(); a++) {
                    if (element.getAttributes().item(a) instanceof Attr attribute
                            && forms.containsKey(attribute.getValue().strip())
                            && sets(element, attribute)) {
                        findings.add(error(
                                file,
                                owner(element),
                                "The variable " + attribute.getValue().strip()
                                        + " decides about an interlock and cannot be set here"));
                    }
                }
            }
        }
    }

    private static boolean sets(Element element, Attr attribute) {
        if (Bpmn.isExtension(attribute)) {
            return Bpmn.kind(attribute).endsWith("ariable") || NAMING.contains(Bpmn.kind(attribute));
        }
        boolean handedOn = attribute.getValue().equals(element.getAttribute("source"));
        boolean property = Bpmn.kind(element).equals("property");
        return Bpmn.isExtension(element) && !property && !handedOn && NAMING.contains(Bpmn.kind(attribute));
    }

    /** The id of the element of the model that this stands in. */
    static String owner(Element element) {
        for (org.w3c.dom.Node node = element; node instanceof Element up; node = node.getParentNode()) {
            if (Bpmn.isModel(up) && up.hasAttribute("id") && !Bpmn.kind(up).endsWith("EventDefinition")) {
                return up.getAttribute("id");
            }
        }
        return "";
    }
}
