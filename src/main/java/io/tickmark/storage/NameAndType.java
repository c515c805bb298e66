package io.tickmark.storage;

import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Whether a file is what its name says. */
public final class NameAndType {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();

    /** What a browser would run is never just a kind of text or XML. */
    private static final Set<String> ACTIVE = Set.of("text/html", "image/svg+xml", "application/xhtml+xml");

    private NameAndType() {}

    /** The media type that the name's ending stands for; {@code application/octet-stream} where it stands for none. */
    public static String ofName(String name) {
        Metadata hint = new Metadata();
        hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return TYPES.detect(null, hint).getBaseType().toString();
        } catch (IOException impossible) {
            throw new IllegalStateException("There is no stream to read", impossible);
        }
    }

    /** True where the name says nothing, or the same as the content, or something more general. */
    public static boolean agree(String name, String contentType) {
        MediaType named = MediaType.parse(ofName(name));
        MediaType found = MediaType.parse(contentType);
        if (named.equals(MediaType.OCTET_STREAM) || named.equals(found)) {
            return true;
        }
        return !ACTIVE.contains(contentType) && REGISTRY.isInstanceOf(found, named);
    }
}
