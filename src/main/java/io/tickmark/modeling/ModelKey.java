package io.tickmark.modeling;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model calls itself: the id of its process, its first decision, or its form. Read before anything is checked,
 * so nothing is resolved or fetched, and reading ends at the id.
 */
final class ModelKey {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelKey() {}

    /** Null when it cannot be read; the check will say why. */
    static @Nullable String of(String name, byte[] bytes) {
        return name.endsWith(".form") ? ofForm(bytes) : ofXml(name.endsWith(".bpmn") ? "process" : "decision", bytes);
    }

    private static @Nullable String ofForm(byte[] bytes) {
        try {
            String id = JSON.readTree(bytes).path("id").asString("");
            return id.isBlank() ? null : id;
        } catch (JacksonException broken) {
            return null;
        }
    }

    private static @Nullable String ofXml(String element, byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return null;
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    return xml.getAttributeValue(null, "id");
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException broken) {
            return null;
        }
    }
}
