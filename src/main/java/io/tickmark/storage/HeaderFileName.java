package io.tickmark.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name in {@code X-File-Name}: RFC 8187 ({@code UTF-8''…}), percent-encoded UTF-8, or UTF-8 as it is. */
final class HeaderFileName {

    private static final String RFC_8187 = "utf-8'";

    private HeaderFileName() {}

    /** What is no valid encoding is taken literally: a file may be called "100% done". */
    static String decode(String header) {
        String encoded = header.strip();
        if (encoded.toLowerCase(Locale.ROOT).startsWith(RFC_8187)) {
            int language = encoded.indexOf('\'', RFC_8187.length());
            encoded = language < 0 ? encoded : encoded.substring(language + 1);
        }
        try {
            return utf8(unescape(encoded));
        } catch (CharacterCodingException | NumberFormatException e) {
            return literal(encoded);
        }
    }

    private static String literal(String header) {
        try {
            return utf8(header.getBytes(StandardCharsets.ISO_8859_1));
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    private static byte[] unescape(String encoded) {
        // the container reads headers as ISO 8859-1: each char is one byte as it was sent
        byte[] sent = encoded.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] == '%') {
                if (i + 2 >= sent.length) {
                    throw new NumberFormatException("Two digits follow %");
                }
                bytes.write(Character.digit(sent[i + 1], 16) < 0 ? bad() : Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(sent[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static int bad() {
        throw new NumberFormatException("Two digits follow %");
    }
}
