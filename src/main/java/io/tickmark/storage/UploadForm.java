package io.tickmark.storage;

import io.tickmark.kernel.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A small {@code multipart/form-data} body, read whole into memory: files in parts of any name, and text fields. For
 * large files there is {@link UploadReader}.
 *
 * @param fields the texts sent under each name, in the order sent
 */
public record UploadForm(List<FilePart> files, Map<String, List<String>> fields) {

    private static final int LONGEST_FIELD = 1 << 16;
    private static final int MOST_PARTS = 300;

    /** @param name exactly as sent: whoever uses it judges it first */
    public record FilePart(String part, String name, byte[] bytes) {}

    public UploadForm {
        files = List.copyOf(files);
    }

    /** The first text sent under this name, without spaces around it; null when there is none but spaces. */
    public @Nullable String field(String name) {
        return all(name).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /**
     * @param perFile the most bytes of one file
     * @param together the most bytes of all files
     * @throws io.tickmark.kernel.TooLarge beyond either; the message names the file
     * @throws Malformed when the body is no multipart body or breaks off
     */
    public static UploadForm read(HttpServletRequest request, long perFile, long together) {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        List<FilePart> files = new ArrayList<>();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        long left = together;
        try {
            FileItemInputIterator items = upload.getItemIterator(request);
            for (int parts = 0; items.hasNext(); parts++) {
                FileItemInput item = items.next();
                if (parts == MOST_PARTS) {
                    throw new Malformed("One form carries at most " + MOST_PARTS + " parts.");
                }
                String part = String.valueOf(item.getFieldName());
                if (item.isFormField()) {
                    fields.computeIfAbsent(part, key -> new ArrayList<>()).add(text(part, item.getInputStream()));
                    continue;
                }
                // not item.getName(): it refuses what this machine's file system could not name
                String name = String.valueOf(upload.getFileName(item.getHeaders()));
                byte[] bytes = bytes(name, item.getInputStream(), perFile, left);
                left -= bytes.length;
                if (bytes.length > 0 || !name.isBlank()) {
                    files.add(new FilePart(part, name, bytes));
                }
            }
        } catch (IOException broken) {
            throw UploadReader.brokenOff(broken);
        }
        return new UploadForm(files, fields);
    }

    private static String text(String part, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw new Malformed("The field " + part + " is longer than " + LONGEST_FIELD + " bytes.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name, InputStream in, long perFile, long left) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(perFile, left) + 1);
        if (bytes.length > perFile) {
            throw tooLarge(name + " is larger than the " + megabytes(perFile) + " that a file may have.");
        }
        if (bytes.length > left) {
            throw tooLarge("With " + name + " these files are larger than one form may carry.");
        }
        return bytes;
    }

    private static io.tickmark.kernel.TooLarge tooLarge(String message) {
        return new io.tickmark.kernel.TooLarge(message);
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }
}
