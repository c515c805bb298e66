package io.tickmark.modelcheck;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** One file is one process, known by the file's name; and what the file says about it as a whole. */
final class ProcessFiles {

    private static final int KEPT_DAYS = 2555;

    private ProcessFiles() {}

    static void check(ModelSet set) {
        for (ModelSet.Model model : set.processes()) {
            List<Element> processes = Xml.children(model.root(), "process").toList();
            model.notes()
                    .error(
                            processes.size() == 1,
                            null,
                            "A file holds one process, and this one holds " + processes.size()
                                    + ": draw each process in its own file.");
            processes.forEach(process -> process(model, process));
            Xml.children(model.root(), "message").forEach(message -> message(model.notes(), message));
            ids(model);
        }
    }

    private static void process(ModelSet.Model model, Element process) {
        Notes notes = model.notes();
        String id = Xml.id(process);
        notes.error(
                id.equals(model.key()),
                id,
                "The process " + id + " is not named like its file: the file " + model.key()
                        + ".bpmn holds the process " + model.key() + ".");
        notes.error(
                process.getAttribute("isExecutable").equals("true"),
                id,
                "The process is not executable: tick 'Executable'.");
        String kept = Xml.camunda(process, "historyTimeToLive");
        boolean longEnough =
                kept.matches("P\\d{1,5}D") && Integer.parseInt(kept.substring(1, kept.length() - 1)) >= KEPT_DAYS;
        notes.error(
                longEnough,
                id,
                "The process keeps no seven years: its history time to live is P" + KEPT_DAYS + "D or more.");
        notes.style(!process.getAttribute("name").isBlank(), id, "The process has no name.");
        notes.style(
                Xml.children(process, "documentation").findAny().isPresent(),
                id,
                "The process says nothing about itself.");
    }

    private static void message(Notes notes, Element message) {
        String id = Xml.id(message);
        notes.error(!message.getAttribute("name").isBlank(), id, "The message has no name, so nobody can send it.");
        notes.style(id.startsWith("Message_"), id, "The message is not named as one: its id begins with Message_.");
        notes.style(
                id.equals(message.getAttribute("name")),
                id,
                "The message has another name than its id; the product sends messages by their names.");
    }

    private static void ids(ModelSet.Model model) {
        Set<String> ids = new HashSet<>();
        Xml.all(model.root()).forEach(element -> {
            boolean named = Scope.NODES.contains(Xml.name(element))
                    || Set.of("process", "sequenceFlow", "message").contains(Xml.name(element));
            String id = Xml.id(element);
            boolean part =
                    element.getNamespaceURI() != null && Xml.space(element).equals(Xml.BPMN);
            model.notes()
                    .error(
                            !named || id.matches("[A-Za-z_][\\w.-]{0,200}"),
                            id.isEmpty() ? null : id,
                            "A " + Xml.name(element) + " has no id that can be read.");
            model.notes().error(!part || id.isEmpty() || ids.add(id), id, "Two elements have the id " + id + ".");
        });
    }
}
