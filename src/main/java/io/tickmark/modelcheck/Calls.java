package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** A called process is of the same bundle, works for the same engagement, and does not call its caller. */
final class Calls {

    private final Map<String, Set<String>> called = new HashMap<>();

    private Calls(ModelSet set) {
        set.processes().forEach(model -> Xml.all(model.root(), "callActivity")
                .forEach(call -> called.computeIfAbsent(model.key(), key -> new TreeSet<>())
                        .add(call.getAttribute("calledElement"))));
    }

    static void check(ModelSet set) {
        var rules = new Calls(set);
        Set<String> known = new HashSet<>();
        set.processes().forEach(model -> known.add(model.key()));
        for (ModelSet.Model model : set.processes()) {
            Xml.all(model.root(), "callActivity").forEach(call -> {
                rules.call(model.notes(), call, known);
                model.notes()
                        .error(
                                !rules.reaches(call.getAttribute("calledElement"), model.key()),
                                Xml.id(call),
                                "The called process " + call.getAttribute("calledElement") + " calls " + model.key()
                                        + " again, so neither would ever end.");
            });
        }
    }

    private void call(Notes notes, Element call, Set<String> known) {
        String id = Xml.id(call);
        String process = call.getAttribute("calledElement");
        notes.error(known.contains(process), id, "The activity calls an unknown process: " + process + ".");
        notes.style(
                Phrases.kebab(Phrases.tail(id)).equals(process), id, "The activity is not named like what it calls.");
        notes.error(
                Xml.camunda(call, "calledElementBinding").equals("deployment"),
                id,
                "The activity calls another deployment's process: set the binding to 'deployment'.");
        List<Element> ins = mappings(call, "in");
        notes.error(
                ins.stream().anyMatch(in -> in.getAttribute("businessKey").equals("${engagementId}")),
                id,
                "The activity does not pass the business key ${engagementId}, so the called process would belong to"
                        + " no engagement.");
        notes.error(
                ins.stream()
                        .anyMatch(in -> in.getAttribute("source").equals("engagementId")
                                && in.getAttribute("target").equals("engagementId")),
                id,
                "The activity does not pass the engagement: map engagementId to engagementId.");
        ins.forEach(in -> mapping(notes, id, in, "passes"));
        mappings(call, "out").forEach(out -> mapping(notes, id, out, "takes back"));
    }

    private static void mapping(Notes notes, String id, Element mapping, String verb) {
        String source = mapping.getAttribute("source");
        String target = mapping.getAttribute("target");
        notes.style(source.equals(target), id, "The activity renames what it " + verb + ": " + source + ".");
        boolean safe = !target.equals("engagementId") || source.equals("engagementId") && verb.equals("passes");
        notes.error(safe, id, "The activity changes engagementId, which belongs to the engagement alone.");
    }

    static List<Element> mappings(Element call, String kind) {
        return Xml.children(call, "extensionElements")
                .flatMap(extensions -> Xml.children(extensions, kind))
                .toList();
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(called.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
