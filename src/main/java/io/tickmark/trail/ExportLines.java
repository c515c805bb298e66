package io.tickmark.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file, strictly UTF-8, none longer than 64 MiB: any file may be given to a verifier. */
final class ExportLines {

    private static final int MAX_LINE = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int start;
    private int end;
    private int number;

    ExportLines(InputStream in) {
        this.in = in;
    }

    /** Of the line read last, from 1. */
    int number() {
        return number;
    }

    /** The next line that is not blank, or null after the last. */
    @Nullable
    String next() throws IOException, Unreadable {
        while (readLine()) {
            String text = decode();
            if (!text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private boolean readLine() throws IOException, Unreadable {
        line.reset();
        number++;
        boolean any = false;
        while (start < end || fill()) {
            any = true;
            int newline = start;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            line.write(buffer, start, newline - start);
            if (line.size() > MAX_LINE) {
                throw new Unreadable("is longer than any entry can be");
            }
            boolean whole = newline < end;
            start = newline + 1;
            if (whole) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = in.read(buffer);
        return end > 0;
    }

    private String decode() throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            // Editors put a byte order mark in front of a file.
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw new Unreadable("is not UTF-8 text");
        }
    }
}
