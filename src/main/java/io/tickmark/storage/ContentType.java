package io.tickmark.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is by its content. Its name only tells apart what looks alike, such as the kinds of Office files. */
public final class ContentType {

    /** How many first bytes {@link #of} makes use of. */
    public static final int HEAD = 1 << 16;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** What browsers take for HTML (WHATWG, MIME Sniffing 7.1), and SVG: Tika calls some of it plain text. */
    private static final Pattern MARKUP = Pattern.compile(
            "^(?:\\xEF\\xBB\\xBF)?(?:\\s|<\\?.{0,400}?\\?>|<!--.{0,400}?-->)*+"
                    + "<(!doctype\\s+html|!doctype\\s+svg|html|head|body|title|style|script|iframe|meta|link|svg"
                    + "|h1|div|font|table|a|b|br|p|img|form|object|embed)[\\s/>]",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MARKUP_STARTS_WITHIN = 1024;

    private ContentType() {}

    /**
     * A media type without parameters; {@code application/octet-stream} when nothing is recognised.
     *
     * @param head the file's first bytes, all of them or at least {@link #HEAD}
     * @param name a hint, believed only where the content allows it
     */
    public static String of(byte[] head, String name) {
        MediaType found = ofBytes(head);
        if (mayBeMarkup(found)) {
            Matcher markup = MARKUP.matcher(
                    new String(head, 0, Math.min(head.length, MARKUP_STARTS_WITHIN), StandardCharsets.ISO_8859_1));
            if (markup.find()) {
                return markup.group(1).toLowerCase(Locale.ROOT).endsWith("svg") ? "image/svg+xml" : "text/html";
            }
        }
        MediaType named = ofName(name);
        return (believable(found, named) ? named : found).getBaseType().toString();
    }

    private static boolean mayBeMarkup(MediaType found) {
        return found.equals(MediaType.TEXT_PLAIN)
                || found.equals(MediaType.OCTET_STREAM)
                || found.equals(MediaType.APPLICATION_XML);
    }

    /**
     * A name may only tell more of what the bytes are. Bytes without any known mark are not a PDF because they are called
     * so: a PDF has its mark.
     */
    private static boolean believable(MediaType found, MediaType named) {
        if (!found.equals(MediaType.OCTET_STREAM)) {
            return TYPES.getMediaTypeRegistry().isInstanceOf(named, found);
        }
        try {
            MimeType claimed = TYPES.getRegisteredMimeType(named.toString());
            return claimed != null && !claimed.hasMagic();
        } catch (MimeTypeException e) {
            return false;
        }
    }

    private static MediaType ofBytes(byte[] head) {
        try {
            return TYPES.detect(new ByteArrayInputStream(head), new Metadata());
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
    }

    private static MediaType ofName(String name) {
        Metadata hint = new Metadata();
        hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return TYPES.detect(null, hint);
        } catch (IOException e) {
            throw new IllegalStateException("A name is not read", e);
        }
    }
}
