package io.tickmark.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reading what {@link ReportMarkup} wrote. */
final class Xhtml {

    private Xhtml() {}

    static List<Node> children(Element parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    static List<Element> elements(Element parent) {
        return children(parent).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** At any depth, in the document's order. */
    static List<Element> all(Element within, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : elements(within)) {
            if (child.getTagName().equals(name)) {
                found.add(child);
            }
            found.addAll(all(child, name));
        }
        return found;
    }

    static Element first(Element within, String name) {
        return all(within, name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The report's markup lacks " + name));
    }

    /** A child of this class. */
    static Optional<Element> ofClass(Element parent, String name) {
        return elements(parent).stream().filter(child -> is(child, name)).findFirst();
    }

    static boolean is(Element element, String name) {
        return classes(element).contains(name);
    }

    static List<String> classes(Element element) {
        return Arrays.asList(element.getAttribute("class").split(" "));
    }

    /** As a reader sees it: runs of blanks and line ends are one blank. */
    static String text(Node node) {
        return node.getTextContent().replaceAll("[ \\t\\r\\n]+", " ").strip();
    }
}
