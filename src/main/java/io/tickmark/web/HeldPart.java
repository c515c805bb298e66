package io.tickmark.web;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** One part of a held body. The framework deletes parts after each run; this one outlives it for the next try. */
final class HeldPart implements Part {

    private final Part part;
    private final byte[] bytes;

    HeldPart(Part part, byte[] bytes) {
        this.part = part;
        this.bytes = bytes;
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long getSize() {
        return bytes.length;
    }

    @Override
    public void write(String fileName) throws IOException {
        Files.write(Path.of(fileName), bytes);
    }

    @Override
    public void delete() {
        // kept for the next try; the container clears up after the request
    }

    @Override
    public @Nullable String getContentType() {
        return part.getContentType();
    }

    @Override
    public String getName() {
        return part.getName();
    }

    @Override
    public @Nullable String getSubmittedFileName() {
        return part.getSubmittedFileName();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return part.getHeader(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return part.getHeaders(name);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return part.getHeaderNames();
    }
}
