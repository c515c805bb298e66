package io.tickmark.scoping;

import io.tickmark.kernel.Malformed;
import io.tickmark.storage.UploadReader;
import io.tickmark.storage.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The bytes of a control list: the whole body, or the part named {@code file}. How much it may hold is checked before. */
final class ControlFile {

    private ControlFile() {}

    static byte[] of(HttpServletRequest request) {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            var files = UploadReader.read(request, Integer.MAX_VALUE, UploadedFile::inMemory);
            if (files.size() > 1) {
                throw new Malformed("One list is imported at a time: send one part named \"file\".");
            }
            return csv("", files.get(0));
        }
        try {
            return csv(type, request.getInputStream().readAllBytes());
        } catch (IOException brokenOff) {
            throw new Malformed("The body broke off. Nothing of it counts; send it again.");
        }
    }

    private static byte[] csv(String type, byte[] bytes) {
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        if (zip || type.contains("spreadsheet") || type.contains("json") || type.contains("xml")) {
            throw new ResponseStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Control lists are taken as CSV: save the sheet as 'CSV UTF-8' and send it as text/csv.");
        }
        return bytes;
    }
}
