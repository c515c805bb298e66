package io.tickmark.storage;

import io.tickmark.kernel.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of an HTTP upload as they arrive, keeping none in memory or on disk: parts named {@code file} of a
 * {@code multipart/form-data} body, or one raw body whose name stands in {@code X-File-Name}.
 *
 * <p>Nothing may have touched the request's parameters before, and {@code spring.servlet.multipart.enabled} must be
 * {@code false}: the container would spool the parts to disk.
 */
public final class UploadReader {

    /** The most files that one upload may carry. */
    public static final int MOST_FILES = 100;

    // a name of 4,000 signs in percent-encoded UTF-8 has 48,000
    private static final int LONGEST_PART_HEADER = 1 << 16;

    private UploadReader() {}

    /**
     * Shows each file in the order sent and answers what {@code each} made of them; a file's stream is closed to its
     * reader once {@code each} returns. An exception of {@code each} ends the reading and passes through. When any
     * later file is bad this throws too: make nothing count before it has returned.
     *
     * @param limit the most bytes of one file; more throws {@link TooLarge}, at once where the length is announced
     * @throws Malformed when the body cannot be read, breaks off, holds no file, or more than {@link #MOST_FILES}
     */
    public static <T> List<T> read(HttpServletRequest request, long limit, Function<UploadedFile, T> each) {
        try {
            String type = request.getContentType();
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                return parts(request, limit, each);
            }
            return List.of(rawBody(request, limit, each));
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** As {@link #read}, with the files in a ZIP in its place: at most 500, folders in their names. */
    public static <T> List<T> unpacked(HttpServletRequest request, long limit, Function<UploadedFile, T> each) {
        return read(
                        request,
                        limit,
                        file -> UnpackedZip.is(file) ? UnpackedZip.each(file, limit, each) : List.of(each.apply(file)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    static Malformed brokenOff(IOException cause) {
        Malformed malformed = new Malformed(
                "The upload broke off or is no valid multipart/form-data body. Nothing of it counts; send it again.");
        malformed.initCause(cause);
        return malformed;
    }

    private static <T> T rawBody(HttpServletRequest request, long limit, Function<UploadedFile, T> each)
            throws IOException {
        String name = request.getHeader("X-File-Name");
        if (name == null) {
            throw new Malformed("Send the file as a multipart/form-data part named \"file\", or as the body itself"
                    + " with its name in the header X-File-Name.");
        }
        long declared = request.getContentLengthLong();
        if (declared > limit) {
            throw new TooLarge(limit);
        }
        InputStream bytes = new UploadStream(request.getInputStream(), declared, limit);
        return each.apply(file(HeaderFileName.decode(name), bytes.readNBytes(ContentType.HEAD), bytes, null));
    }

    private static <T> List<T> parts(HttpServletRequest request, long limit, Function<UploadedFile, T> each)
            throws IOException {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(LONGEST_PART_HEADER);
        List<T> made = new ArrayList<>();
        FileItemInputIterator items = upload.getItemIterator(request);
        while (items.hasNext()) {
            FileItemInput item = items.next();
            if (item.isFormField()) {
                continue;
            }
            // not item.getName(): it refuses what this machine's file system could not name
            String name = upload.getFileName(item.getHeaders());
            InputStream bytes = new UploadStream(item.getInputStream(), -1, limit);
            byte[] head = bytes.readNBytes(ContentType.HEAD);
            if (isEmptyInput(name, head)) {
                continue;
            }
            checkPart(item.getFieldName(), made.size());
            made.add(each.apply(file(name, head, bytes, null)));
        }
        if (made.isEmpty()) {
            throw new Malformed("The upload holds no file: send each as a part named \"file\" that has a file name.");
        }
        return made;
    }

    /** A browser sends this for a file field that was left empty. */
    private static boolean isEmptyInput(@Nullable String name, byte[] head) {
        return head.length == 0 && (name == null || name.isBlank());
    }

    private static void checkPart(@Nullable String field, int before) {
        if (!"file".equals(field)) {
            throw new Malformed("A file was sent in a part of another name: name each file's part \"file\".");
        }
        if (before == MOST_FILES) {
            throw new Malformed("One upload carries at most " + MOST_FILES + " files: send the rest in another.");
        }
    }

    /** @param archive what it was unpacked from; null for what came as it is */
    static UploadedFile file(String sentName, InputStream bytes, String archive) throws IOException {
        return file(sentName, bytes.readNBytes(ContentType.HEAD), bytes, archive);
    }

    private static UploadedFile file(
            @Nullable String sentName, byte[] head, InputStream rest, @Nullable String archive) {
        String name = FileName.of(sentName);
        InputStream bytes = new SequenceInputStream(new ByteArrayInputStream(head), rest);
        return new UploadedFile(name, ContentType.of(head, name), bytes, archive);
    }
}
