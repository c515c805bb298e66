package io.tickmark.extraction;

import io.tickmark.extraction.Extraction.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.AutoDetectParserConfig;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.external.CompositeExternalParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.SAXException;

/** Reads one file with Tika, in a child process. Programs of the machine are never called, and nothing is recognised in pictures. */
final class DocumentReader {

    private static final long JUDGED_FROM = 1_000_000;

    private final AutoDetectParser parser;
    private final int depth;
    private final int characters;

    DocumentReader(int depth, int ratio, int characters) {
        Parser all = new DefaultParser(
                MediaTypeRegistry.getDefaultRegistry(), new ServiceLoader(), List.of(CompositeExternalParser.class));
        this.parser = new AutoDetectParser(new DefaultDetector(), all);
        this.depth = depth;
        this.characters = characters;
        // XML within XML 100 deep; the text of one entry counts against the entry's own size
        parser.setAutoDetectParserConfig(
                new AutoDetectParserConfig(null, JUDGED_FROM, (long) ratio, 100, Math.max(depth + 1, 2)));
    }

    /** Never throws but for what the JVM itself cannot survive. */
    Extraction read(Path file, String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        Gathered gathered = new Gathered(characters);
        ParseContext context = new ParseContext();
        Embedded embedded = new Embedded(context, gathered, depth);
        context.set(Parser.class, parser);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        context.set(OfficeParserConfig.class, office());
        context.set(PDFParserConfig.class, pdf());
        try (TikaInputStream bytes = TikaInputStream.get(file, metadata)) {
            parser.parse(bytes, gathered, metadata, context);
            Contents contents = Found.in(metadata, gathered, embedded);
            if (DelimitedText.is(name, contents.contentType())) {
                Gathered list = new Gathered(characters);
                if (DelimitedText.read(file, DelimitedText.encoding(metadata), list)) {
                    metadata.set(Metadata.CONTENT_TYPE, "text/csv");
                    contents = Found.in(metadata, list, embedded);
                }
            }
            if (contents.contentType().equals("application/zip") && LockedZip.is(file)) {
                return locked(contents);
            }
            return Found.isOfNoKnownKind(metadata)
                    ? Extraction.not(
                            Outcome.UNKNOWN_KIND,
                            "Files of this kind (" + contents.contentType() + ") cannot be read here.",
                            contents)
                    : Extraction.read(contents.carrying(Luggage.in(file, contents.contentType())));
        } catch (EncryptedDocumentException locked) {
            return locked(Found.in(metadata, gathered, embedded));
        } catch (ZeroByteFileException empty) {
            return Extraction.not(Outcome.DAMAGED, "It is empty.", null);
        } catch (TikaException
                | SAXException
                | IOException
                | RuntimeException
                | LinkageError
                | StackOverflowError broken) {
            return unread(broken, Found.in(metadata, gathered, embedded));
        }
    }

    private static Extraction locked(Contents contents) {
        return Extraction.not(Outcome.ENCRYPTED, "It is protected by a password.", contents.locked());
    }

    private static Extraction unread(Throwable broken, Contents partly) {
        String all = said(broken);
        if (all.contains("bomb")) {
            return Extraction.not(
                    Outcome.TOO_MUCH, "It unpacks to far more than its size, as no honest file does.", partly);
        }
        if (all.contains("password") || all.contains("encrypt")) {
            return locked(partly);
        }
        return Extraction.not(
                Outcome.DAMAGED,
                "It is damaged, or not a whole file of its kind (" + partly.contentType() + ").",
                partly);
    }

    /** What it and its causes say, for there is no other way to tell them apart. */
    private static String said(Throwable broken) {
        StringBuilder all = new StringBuilder();
        Throwable cause = broken;
        for (int i = 0; cause != null && i < 10; i++, cause = cause.getCause()) {
            all.append(cause.getClass().getSimpleName())
                    .append(' ')
                    .append(cause.getMessage())
                    .append(' ');
        }
        return all.toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static OfficeParserConfig office() {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setExtractMacros(true);
        // by streaming: a long document needs no memory of its length
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        return config;
    }

    private static PDFParserConfig pdf() {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        config.setExtractActions(true);
        return config;
    }
}
