package io.tickmark.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/** A request whose body is held in memory, so that it can be run again after a collision. */
final class HeldBody extends HttpServletRequestWrapper {

    /** Five mebibytes: files have their own way in. */
    static final int MOST_BYTES = 5 << 20;

    private final byte[] body;
    private final List<Part> parts;

    private HeldBody(HttpServletRequest request, byte[] body, List<Part> parts) {
        super(request);
        this.body = body;
        this.parts = parts;
    }

    /** Reads the whole body; throws {@link TooLarge} beyond {@link #MOST_BYTES}. */
    static HeldBody of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new TooLarge(MOST_BYTES);
        }
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/form-data")) {
            return new HeldBody(request, new byte[0], parts(request));
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new TooLarge(MOST_BYTES);
        }
        return new HeldBody(request, body, List.of());
    }

    private static List<Part> parts(HttpServletRequest request) throws IOException {
        List<Part> held = new ArrayList<>();
        long left = MOST_BYTES;
        try {
            for (Part part : request.getParts()) {
                left -= part.getSize();
                if (left < 0) {
                    throw new TooLarge(MOST_BYTES);
                }
                held.add(new HeldPart(part, part.getInputStream().readAllBytes()));
            }
        } catch (ServletException broken) {
            throw new MultipartException("The multipart body cannot be read", broken);
        } catch (IllegalStateException overLimit) {
            throw new TooLarge(MOST_BYTES);
        }
        return held;
    }

    byte[] body() {
        return body;
    }

    List<Part> parts() {
        return parts;
    }

    @Override
    public Collection<Part> getParts() {
        return parts;
    }

    @Override
    public @Nullable Part getPart(String name) {
        return parts.stream().filter(p -> p.getName().equals(name)).findFirst().orElse(null);
    }

    @Override
    public BufferedReader getReader() {
        String named = getCharacterEncoding();
        Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return bytes.read(into, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("A held body is read at once, never asynchronously.");
            }
        };
    }
}
