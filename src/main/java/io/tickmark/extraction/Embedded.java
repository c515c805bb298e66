package io.tickmark.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.apache.tika.parser.ParseContext;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Counts and names the files within a file, and reads them as far as the limits allow. Nothing is unpacked to disk by name. */
final class Embedded extends ParsingEmbeddedDocumentExtractor {

    private static final int MOST_READ = 500;
    private static final int LONGEST_NAME = 255;

    private final Gathered gathered;
    private final int deepest;
    private final List<Contents.Entry> entries = new ArrayList<>();
    private int count;
    private int read;
    private int depth;
    private boolean macros;
    private boolean tooDeep;
    private boolean tooMany;

    Embedded(ParseContext context, Gathered gathered, int deepest) {
        super(context);
        this.gathered = gathered;
        this.deepest = deepest;
        setWriteFileNameToContent(false);
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String type = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        if (EmbeddedResourceType.MACRO.name().equals(type)) {
            macros = true;
            return false;
        }
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (depth == 0
                && (type == null || EmbeddedResourceType.ATTACHMENT.name().equals(type))) {
            count++;
            if (entries.size() < Contents.MOST_ENTRIES) {
                entries.add(new Contents.Entry(shortened(name), size(metadata)));
            }
        }
        if (depth >= deepest) {
            tooDeep = true;
            return false;
        }
        if (read >= MOST_READ) {
            tooMany = true;
            return false;
        }
        read++;
        return super.shouldParseEmbedded(metadata);
    }

    @Override
    public void parseEmbedded(InputStream bytes, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        depth++;
        gathered.enter();
        try {
            super.parseEmbedded(bytes, handler, metadata, outputHtml);
        } finally {
            gathered.leave();
            depth--;
        }
    }

    private static @Nullable Long size(Metadata metadata) {
        String length = metadata.get(Metadata.CONTENT_LENGTH);
        try {
            return length == null || Long.parseLong(length) < 0 ? null : Long.valueOf(length);
        } catch (NumberFormatException odd) {
            return null;
        }
    }

    private static String shortened(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "(without a name)";
        }
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    int count() {
        return count;
    }

    List<Contents.Entry> entries() {
        return entries;
    }

    boolean macros() {
        return macros;
    }

    List<String> cut() {
        List<String> cut = new ArrayList<>();
        if (tooDeep) {
            cut.add("Archives more than " + deepest + " deep inside of each other were not opened.");
        }
        if (tooMany) {
            cut.add("Only the first " + MOST_READ + " files in it were read.");
        }
        return cut;
    }
}
