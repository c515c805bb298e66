package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/** All processes of one set of models, and who calls whom. */
final class AuditModels {

    final Map<String, Document> documents = new TreeMap<>();
    final Map<String, Drawing> drawings = new LinkedHashMap<>();

    /** What makes the set impossible to read in one way only. */
    final List<ModelFinding> findings = new ArrayList<>();

    AuditModels(ModelSet set) {
        for (ModelSet.Model model : set.processes()) {
            add(model.notes().file(), model.root().getOwnerDocument());
        }
    }

    private void add(String file, Document document) {
        documents.put(file, document);
        for (Drawing drawing : Drawing.of(file, document)) {
            Drawing other = drawings.putIfAbsent(drawing.id, drawing);
            if (other != null) {
                findings.add(error(file, drawing.id, "The process '" + drawing.id + "' is in " + other.file + " too"));
            }
            drawing.unclear()
                    .forEach(id -> findings.add(error(
                            file,
                            id,
                            id.isEmpty() ? "An element of the process has no id" : "The id " + id + " is used twice")));
        }
    }

    static ModelFinding error(String file, String element, String message) {
        return new ModelFinding(file, element, Severity.ERROR, message);
    }

    static ModelFinding error(Part part, String message) {
        return error(part.file(), part.id(), message);
    }

    Stream<Part> parts() {
        return drawings.values().stream().map(Drawing::parts).flatMap(Collection::stream);
    }

    /** The process with everything that it calls, and that these call. */
    Set<String> tree(String process) {
        Set<String> tree = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(process));
        while (!open.isEmpty()) {
            Drawing drawing = drawings.get(open.remove(open.size() - 1));
            if (drawing != null && tree.add(drawing.id)) {
                drawing.parts().forEach(part -> {
                    String called = part.called();
                    if (called != null) {
                        open.add(called);
                    }
                });
            }
        }
        return tree;
    }
}
