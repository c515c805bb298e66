package io.tickmark.web;

import io.tickmark.kernel.TooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A request whose body is held in memory, so that it can be run again after a collision. */
final class HeldBody extends HttpServletRequestWrapper {

    /** Five mebibytes: files have their own way in. */
    static final int MOST_BYTES = 5 << 20;

    /** A set of models, which is checked and kept in the request's own transaction: 32 mebibytes. */
    private static final int MOST_MODEL_BYTES = 32 << 20;

    /** Where Camunda Modeler sends models to. */
    static final String FROM_MODELER = "/engine-rest/deployment/create";

    private static final Set<String> MODELS = Set.of("/api/models", "/api/models/check", FROM_MODELER);

    private final byte[] body;

    private HeldBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Reads the whole body; throws {@link TooLarge} beyond {@link #MOST_BYTES}, or what a set of models may hold. */
    static HeldBody of(HttpServletRequest request) throws IOException {
        boolean models = MODELS.contains(request.getServletPath());
        int most = models ? MOST_MODEL_BYTES : MOST_BYTES;
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most, models);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most, models);
        }
        return new HeldBody(request, body);
    }

    private static TooLarge tooLarge(int most, boolean models) {
        return new TooLarge("The body may hold at most " + most + " bytes"
                + (models ? " of models." : "; larger files go to the upload of a request or a task."));
    }

    byte[] body() {
        return body;
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
