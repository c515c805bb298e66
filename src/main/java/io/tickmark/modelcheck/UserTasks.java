package io.tickmark.modelcheck;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** A user task says whose it is, what it shows, and until when it is to be done. */
final class UserTasks {

    private static final String PERIOD = "P[1-9]\\d{0,3}[DWM]";
    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ?)?";

    private final ModelSet set;
    private final Vocabulary vocabulary;
    private final Set<String> shown = new HashSet<>();

    private UserTasks(ModelSet set, Vocabulary vocabulary) {
        this.set = set;
        this.vocabulary = vocabulary;
    }

    static void check(ModelSet set, Vocabulary vocabulary, Map<String, Variables> known) {
        var rules = new UserTasks(set, vocabulary);
        for (ModelSet.Model model : set.processes()) {
            Variables variables = Variables.of(model, known);
            Set<String> read = Variables.read(model);
            Xml.all(model.root(), "userTask").forEach(task -> {
                rules.task(model.notes(), task, variables);
                rules.overwritten(model.notes(), task, read);
            });
        }
        for (ModelSet.Form form : set.forms()) {
            form.notes().style(rules.shown.contains(form.key()), null, "No task shows this form.");
        }
    }

    private void task(Notes notes, Element task, Variables variables) {
        String id = Xml.id(task);
        String roles = Xml.camunda(task, "candidateGroups");
        notes.error(
                vocabulary.roles().contains(roles),
                id,
                "The task is not one known role's: '" + roles
                        + "'. Name exactly one role as its candidate group; a role that is new"
                        + " is added by an administrator first.");
        form(notes, task, id);
        String due = Xml.camunda(task, "dueDate");
        notes.error(
                due.matches(PERIOD + "|" + DAY + "|\\$\\{\\w+}"),
                id,
                "The task has no due date that can be read: '" + due + "'. Write P5D for five days, or ${variable}.");
        Conditions.known(notes, id, due, variables);
        String owner = Xml.camunda(task, "assignee");
        notes.error(
                owner.matches("|\\$\\{\\w+}"),
                id,
                "The task belongs to a person by name: name a role, and let the product choose the person.");
        Conditions.known(notes, id, owner, variables);
        notes.style(
                Xml.children(task, "documentation").findAny().isPresent(), id, "The task says nothing about itself.");
    }

    private void form(Notes notes, Element task, String id) {
        String form = Xml.camunda(task, "formRef");
        shown.add(form);
        boolean known = set.forms().stream().anyMatch(file -> file.key().equals(form));
        notes.error(known, id, "The task has no form file: forms/" + form + ".form is not in the set.");
        String phrase = Phrases.kebab(Phrases.tail(id));
        notes.style(form.equals(phrase), id, "The task does not show the form " + phrase + ", named like itself.");
        notes.error(
                Xml.camunda(task, "formRefBinding").equals("deployment"),
                id,
                "The task takes its form from another deployment: set the binding to 'deployment'.");
    }

    /** What the product counts or decides must not come from whoever fills in a form. */
    private void overwritten(Notes notes, Element task, Set<String> read) {
        set.forms().stream()
                .filter(form -> form.key().equals(Xml.camunda(task, "formRef")))
                .flatMap(form -> FormFields.of(form.json()).stream())
                .map(FormFields.Field::key)
                .filter(key -> read.contains(key) && vocabulary.variables().contains(key))
                .forEach(
                        key -> notes.error(
                                Xml.id(task),
                                "The task's form asks for " + key
                                        + ", a variable that the product sets and this process reads. Give the field another key."));
    }
}
