package io.tickmark.modelcheck;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The shipped models as somebody changes them in the modeler. */
final class EditedModels {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Map<String, byte[]> SHIPPED = read();

    private final Map<String, byte[]> files = new TreeMap<>(SHIPPED);
    private final Map<String, Document> open = new TreeMap<>();
    private final Map<String, Element> last = new HashMap<>();
    private String process = "";
    private String container = "";

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                for (Path file : all.toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    List<ModelFinding> findings() {
        return Interlocks.findings(ModelSet.read(files(), Origin.OWNER, new ArrayList<>()));
    }

    Map<String, byte[]> files() {
        open.forEach((name, document) -> files.put("processes/" + name + ".bpmn", text(document)));
        return files;
    }

    EditedModels without(String file) {
        files.remove(file);
        return this;
    }

    private static byte[] text(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (TransformerException defect) {
            throw new IllegalStateException(defect);
        }
    }

    static Document document(byte[] text) {
        try {
            return XmlReading.read(text);
        } catch (ModelUnreadable defect) {
            throw new AssertionError(defect);
        }
    }

    /** What follows happens in this process. */
    EditedModels in(String name) {
        process = name;
        container = name;
        open.computeIfAbsent(name, n -> document(Objects.requireNonNull(files.get("processes/" + n + ".bpmn"))));
        return this;
    }

    /** What follows is drawn inside this sub-process. */
    EditedModels inside(String subProcess) {
        container = subProcess;
        return this;
    }

    /** A process of the owner's own, with a start and an end, and {@code ids} of plain user tasks between them. */
    EditedModels process(String name, String... ids) {
        String xml = "<definitions xmlns='" + BPMN + "' id='D' targetNamespace='t'><process id='" + name
                + "' isExecutable='true'><startEvent id='Start'/><endEvent id='End'/></process></definitions>";
        files.put("processes/" + name + ".bpmn", xml.getBytes(StandardCharsets.UTF_8));
        in(name);
        String last = "Start";
        for (String id : ids) {
            task(id);
            flow(last, id);
            last = id;
        }
        return flow(last, "End");
    }

    Element element(String id) {
        Element known = last.get(process + "#" + id);
        if (known != null && known.getParentNode() != null) {
            return known;
        }
        var all = document().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.getAttribute("id").equals(id)) {
                last.put(process + "#" + id, element);
                return element;
            }
        }
        throw new AssertionError("There is no " + id + " in " + process);
    }

    private Document document() {
        return Objects.requireNonNull(open.get(process));
    }

    EditedModels add(String kind, String id, String... attributes) {
        Element element = document().createElementNS(BPMN, kind);
        element.setAttribute("id", id);
        element(container).appendChild(element);
        last.put(process + "#" + id, element);
        return set(id, attributes);
    }

    /** Names and values in turn; {@code camunda:} in front of a name is the engine's. */
    EditedModels set(String id, String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].startsWith("camunda:")) {
                element(id).setAttributeNS(CAMUNDA, attributes[i], attributes[i + 1]);
            } else {
                element(id).setAttribute(attributes[i], attributes[i + 1]);
            }
        }
        return this;
    }

    EditedModels task(String id) {
        return add("userTask", id, "camunda:formRef", "own-form", "camunda:candidateGroups", "client-compliance");
    }

    /** Moves an element with its id, its mark and all into the process that is open now. */
    EditedModels take(String id, String from) {
        String here = process;
        Element taken = (Element) in(from).element(id);
        taken.getParentNode().removeChild(taken);
        in(here);
        element(here).appendChild(document().importNode(taken, true));
        return this;
    }

    EditedModels child(String id, String kind, String... attributes) {
        Element child = document().createElementNS(BPMN, kind);
        for (int i = 0; i < attributes.length; i += 2) {
            child.setAttribute(attributes[i], attributes[i + 1]);
        }
        element(id).appendChild(child);
        return this;
    }

    EditedModels flow(String from, String to) {
        return add("sequenceFlow", "Flow_" + from + "_to_" + to, "sourceRef", from, "targetRef", to);
    }

    EditedModels flow(String from, String to, String condition) {
        flow(from, to).child("Flow_" + from + "_to_" + to, "conditionExpression");
        element("Flow_" + from + "_to_" + to).getFirstChild().setTextContent(condition);
        return this;
    }

    EditedModels lead(String flow, String to) {
        return set(flow, "targetRef", to);
    }

    EditedModels remove(String id) {
        Element element = element(id);
        element.getParentNode().removeChild(element);
        return this;
    }

    /** Puts an element that is drawn already into a flow. */
    EditedModels into(String flow, String id) {
        String to = element(flow).getAttribute("targetRef");
        return lead(flow, id).flow(id, to);
    }

    /** Takes an element out of its path: what came in goes on to where it led. */
    EditedModels around(String in, String out) {
        String to = element(out).getAttribute("targetRef");
        return remove(out).lead(in, to);
    }

    EditedModels unmark(String id) {
        Element mark = mark(id);
        mark.getParentNode().removeChild(mark);
        return this;
    }

    EditedModels mark(String id, String word) {
        Element extensions = document().createElementNS(BPMN, "extensionElements");
        Element properties = document().createElementNS(CAMUNDA, "camunda:properties");
        Element property = document().createElementNS(CAMUNDA, "camunda:property");
        property.setAttribute("name", "interlock");
        property.setAttribute("value", word);
        element(id).appendChild(extensions);
        extensions.appendChild(properties);
        properties.appendChild(property);
        return this;
    }

    private Element mark(String id) {
        var all = element(id).getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element property
                    && property.getAttribute("name").equals("interlock")) {
                return property;
            }
        }
        throw new AssertionError(id + " is not marked");
    }

    /** An event on the element's border. */
    EditedModels boundary(String id, String host, boolean interrupting) {
        add("boundaryEvent", id, "attachedToRef", host, "cancelActivity", String.valueOf(interrupting));
        return child(id, "timerEventDefinition");
    }

    EditedModels loop(String id, String count) {
        child(id, "multiInstanceLoopCharacteristics", "id", "Loop_" + id);
        child("Loop_" + id, "loopCardinality");
        element("Loop_" + id).getFirstChild().setTextContent(count);
        return this;
    }

    EditedModels replace(String file, String good, String bad) {
        String text = new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
        if (!text.contains(good)) {
            throw new AssertionError(file + " has no " + good);
        }
        files.put(file, text.replace(good, bad).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    EditedModels form(String name, String key) {
        String json = "{\"id\":\"" + name + "\",\"components\":[{\"id\":\"Field_1\",\"type\":\"textfield\",\"key\":\""
                + key + "\"}]}";
        files.put("forms/" + name + ".form", json.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
