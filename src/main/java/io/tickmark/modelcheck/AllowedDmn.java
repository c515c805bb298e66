package io.tickmark.modelcheck;

import java.util.Set;
import org.w3c.dom.Element;

/** What a decision may be written with. */
final class AllowedDmn extends AllowedXml {

    private static final Set<String> DRAWING = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");
    private static final Set<String> FEEL = Set.of("", "feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final Set<String> EVALUATED = Set.of(
            "inputExpression",
            "inputValues",
            "inputEntry",
            "outputValues",
            "outputEntry",
            "defaultOutputEntry",
            "literalExpression");

    private static final Set<String> TESTS = Set.of("inputValues", "inputEntry", "outputValues");

    private AllowedDmn(Notes notes) {
        super(notes, DmnWords.DMN, DmnWords.WORDS, DmnWords.REASONS);
    }

    static void check(ModelSet.Model model) {
        var rules = new AllowedDmn(model.notes());
        rules.check(model.root(), Xml.name(model.root()).equals("definitions"));
        Xml.all(model.root()).forEach(rules::expression);
    }

    private void expression(Element element) {
        String language = element.getAttribute("expressionLanguage");
        notes.error(
                FEEL.contains(language),
                Xml.drawn(element),
                "The expression is written in " + language + ", which runs code. Write it in FEEL.");
        String reference = element.getAttribute("href");
        notes.error(
                reference.isEmpty() || reference.startsWith("#"),
                Xml.drawn(element),
                "It refers to another file: " + reference + ". What a decision needs stands in its own file.");
        if (EVALUATED.contains(Xml.name(element))) {
            Feel.Kind kind = TESTS.contains(Xml.name(element)) ? Feel.Kind.TESTS : Feel.Kind.VALUE;
            Xml.children(element, "text").map(Xml::text).forEach(text -> {
                String refusal = Feel.refusal(text, kind);
                if (refusal != null) {
                    notes.error(Xml.drawn(element), refusal);
                }
            });
        }
        String input = element.getAttributeNS(engine(), "inputVariable");
        notes.error(input.matches("\\w*"), Xml.drawn(element), "The input variable is no plain name: " + input + ".");
    }

    @Override
    String engine() {
        return "http://camunda.org/schema/1.0/dmn";
    }

    @Override
    boolean drawing(Element element) {
        return DRAWING.contains(Xml.space(element));
    }

    @Override
    void extension(Element extensions, Element child) {
        if (reserved(Xml.space(child)) || reason(child) != null) {
            refuse(child);
        } else {
            Xml.all(child).forEach(this::foreign);
        }
    }
}
