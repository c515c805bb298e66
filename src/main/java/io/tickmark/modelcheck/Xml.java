package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reading a document as the engine does, which is not always as XML means it. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private Xml() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> name(child).equals(name));
    }

    /** The element and everything in it, in the file's order. */
    static Stream<Element> all(Element root) {
        List<Element> all = new ArrayList<>();
        collect(root, all);
        return all.stream();
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                collect(child, all);
            }
        }
    }

    static Stream<Element> all(Element root, String name) {
        return all(root).filter(element -> name(element).equals(name));
    }

    static String name(Element element) {
        String name = element.getLocalName();
        return name == null ? element.getNodeName() : name;
    }

    static String space(Node node) {
        String space = node.getNamespaceURI();
        return space == null ? "" : space;
    }

    /** The element's own text: as in the engine, what stands before and after a comment or a child is one text. */
    static String text(Element element) {
        var text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString();
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getNodeName().equals("xmlns")
                    && !attribute.getNodeName().startsWith("xmlns:")) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    /** Empty where it is not set. */
    static String camunda(Element element, String name) {
        return element.getAttributeNS(CAMUNDA, name);
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    /**
     * The id a person finds in the drawing: of the element itself or of what it belongs to; null where that is the
     * whole file.
     */
    static @Nullable String drawn(Element element) {
        for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
            String name = name(candidate);
            boolean part = name.equals("definitions") || space(candidate).equals(BPMN) && part(name);
            String shape = candidate.getAttribute("bpmnElement");
            if (!shape.isEmpty()) {
                return shape;
            }
            if (!part && candidate.hasAttribute("id") && !space(candidate).equals(CAMUNDA)) {
                return id(candidate);
            }
        }
        return null;
    }

    private static boolean part(String name) {
        return name.endsWith("EventDefinition")
                || name.endsWith("Expression")
                || name.endsWith("LoopCharacteristics")
                || name.equals("loopCardinality")
                || name.startsWith("time");
    }
}
