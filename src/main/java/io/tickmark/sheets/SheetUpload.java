package io.tickmark.sheets;

import io.tickmark.kernel.Malformed;
import io.tickmark.storage.UploadReader;
import io.tickmark.storage.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The bytes of a list that is sent: the whole body, or the part named {@code file}. How much it may hold is checked before. */
public final class SheetUpload {

    private SheetUpload() {}

    /** @throws Malformed when the body breaks off or holds more than one file */
    public static byte[] of(HttpServletRequest request) {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            var files = UploadReader.read(request, Integer.MAX_VALUE, UploadedFile::inMemory);
            if (files.size() > 1) {
                throw new Malformed("One list is imported at a time: send one part named \"file\".");
            }
            return files.get(0);
        }
        if (type.contains("json") || type.endsWith("/xml")) {
            throw new ResponseStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Lists are taken as CSV (text/csv, UTF-8) or as an XLSX workbook.");
        }
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException brokenOff) {
            throw new Malformed("The body broke off. Nothing of it counts; send it again.");
        }
    }
}
