package io.tickmark.modelcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads XML that anybody may have written: nothing is expanded, included or fetched. A first pass counts, so that a file
 * of nothing but elements is refused before a tree of it fills the memory. The JDK's own parser is used, whatever else
 * is on the class path.
 */
final class XmlReading {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private XmlReading() {}

    static Document read(byte[] bytes) throws ModelUnreadable {
        utf8(bytes);
        try {
            count(bytes);
            return tree(bytes);
        } catch (SAXParseException broken) {
            if (String.valueOf(broken.getMessage()).contains("DOCTYPE")) {
                throw new ModelUnreadable("The file declares a DOCTYPE, which could make the reader expand or fetch"
                        + " something. Remove the DOCTYPE.");
            }
            throw new ModelUnreadable("The file is no well-formed XML: line " + broken.getLineNumber() + ", column "
                    + broken.getColumnNumber() + ". Save it with Camunda Modeler.");
        } catch (SAXException refused) {
            throw new ModelUnreadable(
                    refused.getMessage() == null ? "The file is no well-formed XML." : refused.getMessage());
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("The XML parser of the Java runtime does not work", impossible);
        }
    }

    /** Only UTF-8: what another encoding hides from a reader of bytes is not worth allowing it. */
    private static void utf8(byte[] bytes) throws ModelUnreadable {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException other) {
            throw new ModelUnreadable("The file is not written in UTF-8. Save it as UTF-8.");
        }
    }

    private static void count(byte[] bytes) throws ParserConfigurationException, SAXException, IOException {
        var factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        var parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parser.parse(new ByteArrayInputStream(bytes), new Counting());
    }

    private static Document tree(byte[] bytes)
            throws ParserConfigurationException, SAXException, IOException, ModelUnreadable {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setCoalescing(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Thrown());
        Document document = builder.parse(new ByteArrayInputStream(bytes));
        String encoding = document.getXmlEncoding();
        if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw new ModelUnreadable("The file says that it is written in " + encoding + ". Save it as UTF-8.");
        }
        return document;
    }

    /** The root of a document that was read. */
    static Element root(Document document) {
        return document.getDocumentElement();
    }

    private static final class Counting extends DefaultHandler2 {

        private int elements;
        private int depth;

        @Override
        public void startElement(String uri, String localName, String name, org.xml.sax.Attributes attributes)
                throws SAXException {
            if (++elements > Limits.ELEMENTS) {
                throw new SAXException("The file has more than " + Limits.ELEMENTS
                        + " elements. Split the model into processes that call each other.");
            }
            if (++depth > Limits.DEPTH) {
                throw new SAXException("The file nests elements deeper than " + Limits.DEPTH + " levels.");
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            depth--;
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new SAXException("The file holds a processing instruction (" + target + "). Remove it.");
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }

    private static final class Thrown implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // tells nothing that the rules do not ask for themselves
        }

        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }
}
