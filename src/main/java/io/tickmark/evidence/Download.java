package io.tickmark.evidence;

import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends a document's bytes so that a browser saves them and never runs them, whatever they are. Each read is checked by
 * the store; what is not as it was taken in breaks off.
 */
@Component
class Download {

    private final DocumentStore store;
    private final IntegrityAlarm alarm;

    Download(DocumentStore store, IntegrityAlarm alarm) {
        this.store = store;
        this.alarm = alarm;
    }

    void send(Document document, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long size = document.stored().size();
        String tag = '"' + document.stored().sha256() + '"';
        ByteRange range =
                isUnchanged(request.getHeader("If-Range"), tag) ? ByteRange.of(request.getHeader("Range"), size) : null;
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        if (range != null && range.isUnsatisfiable()) {
            response.setHeader("Content-Range", "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setHeader("ETag", tag);
        response.setHeader("Content-Disposition", attachment(document.name()));
        response.setContentType(document.contentType());
        if (range != null) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    "Content-Range", "bytes " + range.from() + "-" + (range.from() + range.length() - 1) + "/" + size);
        }
        response.setContentLengthLong(range == null ? size : range.length());
        if (!request.getMethod().equals("HEAD")) {
            copy(document, range, response);
        }
    }

    /** A part belongs only to the very document that the caller has the rest of. */
    private static boolean isUnchanged(@Nullable String ifRange, String tag) {
        return ifRange == null || ifRange.equals(tag);
    }

    /** Two names (RFC 6266): the real one, and one in ASCII for programs that cannot read it. */
    static String attachment(String name) {
        String plain = name.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\%]", "_");
        String full = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return "attachment; filename=\"" + plain + "\"; filename*=" + full.substring(full.indexOf("UTF-8''"));
    }

    /** The read is refused also where the alarm cannot be kept. */
    private void raise(Document document, IntegrityFailure broken) {
        try {
            alarm.raise(document, broken);
        } catch (DataAccessException | TransactionException away) {
            broken.addSuppressed(away);
        }
    }

    private void copy(Document document, @Nullable ByteRange range, HttpServletResponse response) throws IOException {
        try (InputStream bytes = range == null
                ? store.read(document.key(), document.stored())
                : store.read(document.key(), document.stored(), range.from(), range.length())) {
            bytes.transferTo(response.getOutputStream());
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                // nothing of a document that is not whole may stand before the answer that says so
                response.reset();
            }
            if (failure instanceof IntegrityFailure broken) {
                raise(document, broken);
            }
            throw failure;
        }
    }
}
