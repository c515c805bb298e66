package io.tickmark.scoping;

import io.tickmark.kernel.Malformed;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
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
        try {
            if (!type.startsWith("multipart/")) {
                return csv(type, request.getInputStream().readAllBytes());
            }
            Part part = request.getPart("file");
            if (part == null) {
                throw new Malformed("Send the list as a part named \"file\", or as a body of type text/csv.");
            }
            String partType = part.getContentType() == null ? "" : part.getContentType();
            return csv(partType.toLowerCase(Locale.ROOT), part.getInputStream().readAllBytes());
        } catch (IOException | ServletException broken) {
            throw new Malformed("The body cannot be read: it broke off, or is no valid multipart/form-data.");
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
