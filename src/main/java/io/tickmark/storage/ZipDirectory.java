package io.tickmark.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The end of a ZIP that streams by, where its directory stands: only there is it told that an entry is a link
 * (APPNOTE.TXT 4.3.12).
 */
final class ZipDirectory extends FilterInputStream {

    /** Far more than the directory of the most files that are unpacked needs. */
    private static final int KEPT = 1 << 20;

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int TYPE = 0xF000;
    private static final int LINK = 0xA000;

    private final byte[] ring = new byte[KEPT];
    private long passed;

    ZipDirectory(InputStream zip) {
        super(zip);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            keep(buffer, offset + Math.max(0, read - KEPT), Math.min(read, KEPT), passed + Math.max(0, read - KEPT));
            passed += read;
        }
        return read;
    }

    private void keep(byte[] buffer, int from, int length, long place) {
        int at = (int) (place % KEPT);
        int first = Math.min(length, KEPT - at);
        System.arraycopy(buffer, from, ring, at, first);
        System.arraycopy(buffer, from + first, ring, 0, length - first);
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.max(0, Math.min(count, 8192))];
        return Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whether an entry is a link in place of a file; asked when all of it has passed. */
    boolean namesLinks() {
        ByteBuffer tail = tail();
        for (int end = tail.limit() - END_LENGTH; end >= 0; end--) {
            int start = tail.getInt(end) == END ? end - tail.getInt(end + 12) : -1;
            if (start >= 0 && start <= end - ENTRY_LENGTH && tail.getInt(start) == ENTRY) {
                return hasLink(tail, start, end);
            }
        }
        return false;
    }

    private static boolean hasLink(ByteBuffer tail, int start, int end) {
        int at = start;
        while (at <= end - ENTRY_LENGTH && tail.getInt(at) == ENTRY) {
            if ((tail.getInt(at + 38) >>> 16 & TYPE) == LINK) {
                return true;
            }
            at += ENTRY_LENGTH + length(tail, at + 28) + length(tail, at + 30) + length(tail, at + 32);
        }
        return false;
    }

    private static int length(ByteBuffer tail, int at) {
        return Short.toUnsignedInt(tail.getShort(at));
    }

    private ByteBuffer tail() {
        int kept = (int) Math.min(passed, KEPT);
        ByteBuffer tail = ByteBuffer.allocate(kept).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = passed - kept; i < passed; i++) {
            tail.put(ring[(int) (i % KEPT)]);
        }
        return tail.flip();
    }
}
