package io.tickmark.modelcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model's text without a DOCTYPE, without entities and without anything fetched. */
final class InterlockXml {

    private InterlockXml() {}

    /** Empty for what is no well-formed XML, or has a DOCTYPE. */
    static Optional<Document> read(byte[] text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
            return Optional.of(builder.parse(new ByteArrayInputStream(text)));
        } catch (SAXException | IOException unreadable) {
            return Optional.empty();
        } catch (ParserConfigurationException defect) {
            throw new IllegalStateException("This Java has no XML parser that can be told to fetch nothing", defect);
        }
    }
}
