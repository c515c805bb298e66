package io.tickmark.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A ZIP whose one entry is the ZIP itself, for ever (Russ Cox, Zip Files All The Way Down). Its stream is a program of
 * literals, "print these bytes", and repeats, "print the last bytes again", each five bytes long, that prints itself.
 */
final class QuineZip {

    private static final int HEAD = 60;
    private static final int TAIL = 69;

    private QuineZip() {}

    static byte[] make() {
        byte[] file = file(0);
        // the checksum stands in the file that it is of: an equation of 32 bits, linear but for a constant
        int constant = crc(file);
        int[] rows = new int[32];
        int right = constant;
        for (int bit = 0; bit < 32; bit++) {
            int column = crc(file(1 << bit)) ^ constant ^ (1 << bit);
            for (int row = 0; row < 32; row++) {
                rows[row] |= ((column >>> row) & 1) << bit;
            }
        }
        return file(solved(rows, right));
    }

    /** Gauss, over bits. */
    private static int solved(int[] rows, int right) {
        int[] side = new int[32];
        for (int i = 0; i < 32; i++) {
            side[i] = (right >>> i) & 1;
        }
        int[] pivot = new int[32];
        int next = 0;
        for (int column = 0; column < 32; column++) {
            int found = next;
            while (found < 32 && ((rows[found] >>> column) & 1) == 0) {
                found++;
            }
            if (found == 32) {
                throw new IllegalStateException("no checksum fits: change a byte of the head");
            }
            swap(rows, found, next);
            swap(side, found, next);
            for (int i = 0; i < 32; i++) {
                if (i != next && ((rows[i] >>> column) & 1) == 1) {
                    rows[i] ^= rows[next];
                    side[i] ^= side[next];
                }
            }
            pivot[column] = next++;
        }
        int solution = 0;
        for (int column = 0; column < 32; column++) {
            solution |= side[pivot[column]] << column;
        }
        return solution;
    }

    private static void swap(int[] array, int one, int other) {
        int kept = array[one];
        array[one] = array[other];
        array[other] = kept;
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] file(int crc) {
        int packed = stream(new byte[HEAD], new byte[TAIL]).length;
        byte[] head = head(crc, packed);
        byte[] tail = tail(crc, packed);
        return joined(head, stream(head, tail), tail);
    }

    private static byte[] stream(byte[] head, byte[] tail) {
        byte[] againHead = repeatHead();
        byte[] again = repeat20();
        byte[] l5 = literal(5);
        byte[] l20 = literal(20);
        byte[] l0 = literal(0);
        byte[] lTail = literal(4 + TAIL);
        byte[] end = repeatTail();
        byte[] lHead = literal(HEAD + 5);
        return joined(
                joined(lHead, head, lHead, againHead),
                joined(l5, againHead, l5, l5),
                joined(l20, againHead, l5, l5, l20, again),
                joined(l20, again, l20, again, l20, again),
                joined(l20, again, l0, l0, lTail, again),
                joined(l0, l0, lTail, end, tail, end));
    }

    private static byte[] literal(int length) {
        return ByteBuffer.allocate(5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0)
                .putShort((short) length)
                .putShort((short) ~length)
                .array();
    }

    /** Twice ten bytes from twenty before. */
    private static byte[] repeat20() {
        Bits bits = new Bits(5).plain(0, 1).plain(1, 2);
        for (int i = 0; i < 2; i++) {
            bits.code(264 - 256, 7).code(8, 5).plain(20 - 17, 3);
        }
        return bits.code(0, 7).bytes();
    }

    /** 65 bytes from 65 before, and an empty block to fill five bytes. */
    private static byte[] repeatHead() {
        return new Bits(5)
                .plain(0, 1)
                .plain(1, 2)
                .code(276 - 256, 7)
                .plain(65 - 59, 3)
                .code(12, 5)
                .plain(0, 5)
                .code(0, 7)
                .plain(0, 1)
                .plain(1, 2)
                .code(0, 7)
                .bytes();
    }

    /** 73 bytes from 73 before, in the last block. */
    private static byte[] repeatTail() {
        return new Bits(4)
                .plain(1, 1)
                .plain(1, 2)
                .code(277 - 256, 7)
                .plain(73 - 67, 4)
                .code(12, 5)
                .plain(73 - 65, 5)
                .code(0, 7)
                .bytes();
    }

    private static byte[] head(int crc, int packed) {
        return ByteBuffer.allocate(HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0x5a215a21)
                .putInt(crc)
                .putInt(packed)
                .putInt(HEAD + packed + TAIL)
                .putShort((short) 1)
                .putShort((short) (HEAD - 31))
                .put((byte) 'r')
                .putShort((short) 0x7654)
                .putShort((short) (HEAD - 35))
                .array();
    }

    private static byte[] tail(int crc, int packed) {
        return ByteBuffer.allocate(TAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0x5a215a21)
                .putInt(crc)
                .putInt(packed)
                .putInt(HEAD + packed + TAIL)
                .putShort((short) 1)
                .put(new byte[16])
                .put((byte) 'r')
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(47)
                .putInt(HEAD + packed)
                .putShort((short) 0)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Bits from the lowest of the first byte on; Huffman codes stand with their highest bit first. */
    private static final class Bits {

        private final byte[] bytes;
        private int at;

        Bits(int length) {
            this.bytes = new byte[length];
        }

        Bits plain(int number, int length) {
            for (int i = 0; i < length; i++) {
                add((number >>> i) & 1);
            }
            return this;
        }

        Bits code(int number, int length) {
            for (int i = length - 1; i >= 0; i--) {
                add((number >>> i) & 1);
            }
            return this;
        }

        private void add(int bit) {
            bytes[at / 8] |= (byte) (bit << at % 8);
            at++;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
