package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads BPMN's own elements and the engine's extensions, which the engine takes from either of two namespaces. */
final class Bpmn {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final List<String> EXTENSIONS = List.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private Bpmn() {}

    static boolean isModel(Element element) {
        return MODEL.equals(element.getNamespaceURI());
    }

    static boolean isExtension(Node node) {
        return node.getNamespaceURI() != null && EXTENSIONS.contains(node.getNamespaceURI());
    }

    /** The element's local name, never null: the text is parsed with namespaces. */
    static String kind(Node node) {
        return String.valueOf(node.getLocalName());
    }

    /** BPMN's own attribute; null where it is not there. */
    static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    /** The engine's attribute; null where it is not there. */
    static @Nullable String extension(Element element, String name) {
        return EXTENSIONS.stream()
                .filter(namespace -> element.hasAttributeNS(namespace, name))
                .map(namespace -> element.getAttributeNS(namespace, name))
                .findFirst()
                .orElse(null);
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    static Stream<Element> children(Element element, String kind) {
        return children(element).stream()
                .filter(child -> isModel(child) && kind(child).equals(kind));
    }

    /** What stands below the element's {@code extensionElements} under the engine's name {@code kind}. */
    static Stream<Element> extensions(Element element, String kind) {
        return children(element, "extensionElements")
                .flatMap(extensions -> children(extensions).stream())
                .filter(child -> isExtension(child) && kind(child).equals(kind));
    }

    /** The values of the extension property, in the order written; more than one is a mistake of the model. */
    static List<String> properties(Element element, String name) {
        return extensions(element, "properties")
                .flatMap(list -> children(list).stream())
                .filter(property -> isExtension(property) && kind(property).equals("property"))
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .toList();
    }

    /** The element's own text, without what stands in elements below it. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }
}
