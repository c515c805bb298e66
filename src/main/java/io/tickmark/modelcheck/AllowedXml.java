package io.tickmark.modelcheck;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Holds every element and attribute of a file to the words that are allowed, wherever it stands. The engine looks for
 * many elements by their bare name: something of a foreign namespace is only drawing where the engine does not look.
 */
abstract class AllowedXml {

    final Notes notes;
    private final String language;
    private final Words words;
    private final Map<String, String> reasons;

    AllowedXml(Notes notes, String language, Words words, Map<String, String> reasons) {
        this.notes = notes;
        this.language = language;
        this.words = words;
        this.reasons = reasons;
    }

    /** The parent was allowed; says what is wrong with the element and everything in it. */
    final void check(Element element, boolean expected) {
        String name = Xml.name(element);
        if (drawing(element)) {
            Xml.all(element).forEach(this::foreign);
            return;
        }
        Words.Word word = words.words().get(name);
        if (!Xml.space(element).equals(language) || word == null || !expected) {
            notes.error(Xml.drawn(element), refusal(element));
            Xml.all(element).forEach(this::values);
            return;
        }
        values(element);
        Xml.attributes(element).forEach(attribute -> attribute(element, word, attribute));
        if (name.equals("extensionElements")) {
            Xml.children(element).forEach(child -> extension(element, child));
        } else {
            Xml.children(element).forEach(child -> check(child, word.children().contains(Xml.name(child))));
        }
    }

    private String refusal(Element element) {
        String name = Xml.name(element);
        String reason = reasons.get(name);
        if (reason != null) {
            return "A <" + name + "> is not allowed: it " + reason + ".";
        }
        return Xml.space(element).equals(language)
                ? "A <" + name + "> is not allowed here; the list of what is stands in docs/models.md."
                : "A <" + name + "> of the namespace '" + Xml.space(element) + "' is not allowed here. Remove it.";
    }

    private void attribute(Element element, Words.Word word, Attr attribute) {
        String name = attribute.getLocalName();
        String space = Xml.space(attribute);
        boolean allowed;
        if (space.isEmpty()) {
            allowed = word.attributes().contains(name);
        } else if (space.equals(engine())) {
            allowed = word.extensions().contains(name);
        } else {
            allowed = harmless(element, attribute);
        }
        if (!allowed) {
            notes.error(
                    Xml.drawn(element),
                    "The attribute " + attribute.getName() + " is not allowed on a <" + Xml.name(element) + ">"
                            + why(name) + ". Remove it.");
        }
    }

    private static String why(String name) {
        return switch (name) {
            case "class",
                    "expression",
                    "variableMappingClass",
                    "variableMappingDelegateExpression",
                    "formHandlerClass" -> ": it runs code";
            case "type", "topic" -> ": it hands the work to a program outside";
            case "resource", "scriptFormat", "language" -> ": it runs a script";
            case "schemaLocation", "noNamespaceSchemaLocation", "base" -> ": the reader would fetch what it names";
            default -> "";
        };
    }

    /** Foreign attributes are a drawing tool's own, unless the engine or the XML reader knows their namespace. */
    private static boolean harmless(Element element, Attr attribute) {
        String space = Xml.space(attribute);
        if (space.equals(Xml.XSI)) {
            return attribute.getLocalName().equals("type")
                    && attribute.getValue().matches("([\\w-]+:)?t(Formal)?Expression")
                    && element.hasChildNodes();
        }
        if (space.equals("http://www.w3.org/XML/1998/namespace")) {
            return attribute.getLocalName().equals("lang")
                    || attribute.getLocalName().equals("space");
        }
        return !reserved(space);
    }

    /** Namespaces that an engine may act on; "schema/modeler" is the drawing tool's. */
    static boolean reserved(String space) {
        return space.isEmpty()
                || space.startsWith("http://camunda.org/schema/")
                        && !space.startsWith("http://camunda.org/schema/modeler/")
                || space.startsWith("http://activiti.org")
                || space.startsWith("http://flowable.org")
                || space.startsWith("http://operaton.org")
                || space.startsWith("http://www.omg.org/spec/BPMN/20100524/")
                || space.contains("omg.org/spec/DMN/")
                || space.startsWith("http://www.w3.org/");
    }

    /** What a drawing holds, and what tools note in extension elements: no expression, no schema, nothing to fetch. */
    final void foreign(Element element) {
        values(element);
        for (Attr attribute : Xml.attributes(element)) {
            if (!Xml.space(attribute).isEmpty() && !harmless(element, attribute)) {
                notes.error(
                        Xml.drawn(element),
                        "The attribute " + attribute.getName() + " is not allowed on a <" + Xml.name(element) + ">"
                                + why(attribute.getLocalName()) + ". Remove it.");
            }
        }
    }

    /** No value may be something that the engine evaluates, except where an expression belongs. */
    private void values(Element element) {
        Xml.attributes(element)
                .forEach(attribute ->
                        value(element, Xml.name(element) + "/" + attribute.getLocalName(), attribute.getValue()));
        value(element, Xml.name(element), Xml.text(element));
    }

    private void value(Element element, String place, String value) {
        if (value.length() > Limits.VALUE_LENGTH) {
            notes.error(Xml.drawn(element), "A text is longer than " + Limits.VALUE_LENGTH + " characters.");
        }
        String refusal = Expressions.refusal(place, value);
        if (refusal != null) {
            notes.error(Xml.drawn(element), refusal);
        }
    }

    /** The namespace of the engine's own attributes in this language. */
    abstract String engine();

    /** Whether the element is part of the drawing alone. */
    abstract boolean drawing(Element element);

    /** A child of {@code extensionElements}. */
    abstract void extension(Element extensions, Element child);

    final void refuse(Element element) {
        notes.error(Xml.drawn(element), refusal(element));
        Xml.all(element).forEach(this::values);
    }

    final @Nullable String reason(Element element) {
        return reasons.get(Xml.name(element));
    }
}
