package io.tickmark.modelcheck;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Loops: everybody at once, counted, and each on its own when it ends. */
final class Loops {

    private Loops() {}

    static void check(ModelSet set, Map<String, Variables> known) {
        for (ModelSet.Model model : set.processes()) {
            Variables variables = Variables.of(model, known);
            Xml.all(model.root(), "multiInstanceLoopCharacteristics")
                    .forEach(loop -> loop(model.notes(), loop, variables));
        }
    }

    private static void loop(Notes notes, Element loop, Variables variables) {
        String id = Xml.id((Element) loop.getParentNode());
        notes.error(
                !loop.getAttribute("isSequential").equals("true"),
                id,
                "A loop runs one after the other: let its tasks stand side by side.");
        notes.error(
                Xml.camunda(loop, "asyncAfter").equals("true")
                        && !Xml.camunda(loop, "exclusive").equals("false"),
                id,
                "A loop's siblings would collide: set 'Asynchronous after' on the loop, and leave 'Exclusive' on.");
        List<String> counts = Xml.children(loop, "loopCardinality")
                .map(Xml::text)
                .map(String::strip)
                .toList();
        notes.error(
                counts.size() == 1 && counts.get(0).matches("[1-9]\\d?|\\$\\{\\w+}"),
                id,
                "The loop does not say how often: write a number up to 99, or ${variable}.");
        counts.forEach(count -> Conditions.known(notes, id, count, variables));
    }
}
