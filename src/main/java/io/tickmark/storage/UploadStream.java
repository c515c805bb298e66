package io.tickmark.storage;

import io.tickmark.kernel.Malformed;
import java.io.IOException;
import java.io.InputStream;

/** One file's bytes out of a request: within the limit, and whole where the request said how many they are. */
final class UploadStream extends InputStream {

    private final InputStream source;
    private final long declared;
    private final long limit;
    private long size;

    /** @param declared the number of bytes announced, or -1 */
    UploadStream(InputStream source, long declared, long limit) {
        this.source = source;
        this.declared = declared;
        this.limit = limit;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read = readSource(buffer, offset, length);
        if (read > 0) {
            size += read;
        }
        if (size > limit) {
            throw new TooLarge(limit);
        }
        if (read < 0 && declared > size) {
            // also what is left when something before us took the body for a form's fields
            throw new Malformed("The upload has " + size + " of the " + declared + " bytes that Content-Length"
                    + " announced. Send the file again, with Content-Type: application/octet-stream.");
        }
        return read;
    }

    private int readSource(byte[] buffer, int offset, int length) {
        try {
            return source.read(buffer, offset, length);
        } catch (IOException e) {
            throw UploadReader.brokenOff(e);
        }
    }
}
