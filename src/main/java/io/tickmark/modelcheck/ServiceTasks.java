package io.tickmark.modelcheck;

import org.w3c.dom.Element;

/** A service task runs a step that the product has, in a job of its own. */
final class ServiceTasks {

    private ServiceTasks() {}

    static void check(ModelSet set, Vocabulary vocabulary) {
        for (ModelSet.Model model : set.processes()) {
            Xml.all(model.root(), "serviceTask").forEach(task -> step(model.notes(), task, vocabulary));
        }
    }

    private static void step(Notes notes, Element task, Vocabulary vocabulary) {
        String expression = Xml.camunda(task, "delegateExpression");
        String step = Expressions.variable(expression);
        notes.error(
                vocabulary.steps().contains(step) && expression.equals("${" + step + "}"),
                Xml.id(task),
                "A service task runs one of the product's steps, and '" + expression + "' names none of them.");
        notes.error(
                Xml.camunda(task, "asyncBefore").equals("true")
                        && !Xml.camunda(task, "exclusive").equals("false"),
                Xml.id(task),
                "The step runs inside somebody's completion: set 'Asynchronous before', and leave 'Exclusive' on.");
    }
}
