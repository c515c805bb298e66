package io.tickmark.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What senders send, and how they fail. */
public final class Streams {

    private Streams() {}

    public static InputStream ofZeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(length, left);
                Arrays.fill(buffer, offset, offset + read, (byte) 0);
                left -= read;
                return read;
            }
        };
    }

    static InputStream cutAfter(long size) {
        return new FilterInputStream(ofZeros(size)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("connection reset");
                }
                return read;
            }
        };
    }

    static InputStream failing(RuntimeException failure) {
        return onFirstRead(InputStream.nullInputStream(), () -> {
            throw failure;
        });
    }

    static InputStream onFirstRead(InputStream source, Runnable act) {
        return new FilterInputStream(source) {
            private boolean acted;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (!acted) {
                    acted = true;
                    act.run();
                }
                return super.read(buffer, offset, length);
            }
        };
    }

    /** Does something once, as soon as so many bytes were read. */
    public static InputStream at(long size, InputStream source, Runnable act) {
        return new FilterInputStream(source) {
            private long left = size;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (left > 0 && (left -= read) <= 0) {
                    act.run();
                }
                return read;
            }
        };
    }
}
