package io.tickmark.modelcheck;

import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a process may be drawn with. */
final class AllowedBpmn extends AllowedXml {

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> MEASURES = Set.of("x", "y", "width", "height");

    private AllowedBpmn(Notes notes) {
        super(notes, Xml.BPMN, BpmnWords.WORDS, BpmnWords.REASONS);
    }

    static void check(ModelSet.Model model) {
        var rules = new AllowedBpmn(model.notes());
        rules.check(model.root(), Xml.name(model.root()).equals("definitions"));
        rules.measures(model.root());
    }

    private void measures(Element root) {
        Xml.all(root).filter(element -> DRAWING.contains(Xml.space(element))).forEach(element -> {
            for (Attr attribute : Xml.attributes(element)) {
                boolean number = attribute.getValue().matches("-?\\d{1,7}(\\.\\d{1,20})?");
                notes.error(
                        number || !MEASURES.contains(attribute.getName()),
                        Xml.drawn(element),
                        "The drawing has a measure that is no number: " + attribute.getName() + ".");
            }
        });
    }

    @Override
    String engine() {
        return Xml.CAMUNDA;
    }

    @Override
    boolean drawing(Element element) {
        return DRAWING.contains(Xml.space(element));
    }

    @Override
    void extension(Element extensions, Element child) {
        String name = Xml.name(child);
        if (!reserved(Xml.space(child))) {
            if (Xml.all(child).anyMatch(any -> BpmnWords.RUN.contains(Xml.name(any)) || reserved(Xml.space(any)))) {
                refuse(child);
            } else {
                Xml.all(child).forEach(this::foreign);
            }
            return;
        }
        Set<String> attributes = Xml.space(child).equals(Xml.CAMUNDA) ? BpmnWords.EXTENSIONS.get(name) : null;
        boolean mapping = name.equals("in") || name.equals("out");
        boolean belongs = mapping
                ? Xml.name((Element) extensions.getParentNode()).equals("callActivity")
                : name.equals("property") == Xml.name(extensions).equals("properties");
        if (attributes == null || !belongs) {
            refuse(child);
            return;
        }
        foreign(child);
        for (Attr attribute : Xml.attributes(child)) {
            notes.error(
                    !Xml.space(attribute).isEmpty() || attributes.contains(attribute.getName()),
                    Xml.drawn(child),
                    attribute.getName().equals("variables")
                            ? "A call passes each variable by its name: variables=\"all\" passes what nobody looked at."
                            : "The attribute " + attribute.getName() + " is not allowed on a <" + name
                                    + ">. Remove it.");
        }
        Xml.children(child).forEach(inner -> extension(child, inner));
    }
}
