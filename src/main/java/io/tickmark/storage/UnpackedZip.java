package io.tickmark.storage;

import io.tickmark.kernel.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** A ZIP whose sender wants it taken as the files it holds, unpacked as it streams in; ZIPs in it stay as they are. */
final class UnpackedZip {

    /** The most files that one ZIP may hold. */
    static final int MOST_FILES = 500;

    /** All its files together, in sizes of the largest file allowed: where a bomb ends. */
    static final int MOST_SIZES = 5;

    /** What systems put into a ZIP by themselves. */
    private static final Set<String> NOBODYS = Set.of("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini");

    /** What ZIPs without the mark for UTF-8 name their files in (APPNOTE.TXT, appendix D), unless they are in UTF-8. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final UploadedFile zip;
    private final long limit;
    private long left;

    private UnpackedZip(UploadedFile zip, long limit) {
        this.zip = zip;
        this.limit = limit;
        this.left = limit * MOST_SIZES;
    }

    static boolean is(UploadedFile file) {
        return file.contentType().equals("application/zip");
    }

    /**
     * What {@code each} makes of the files in it, in their order. Folders stand in the names, since files of one name are
     * versions of each other.
     *
     * @throws Refused when it holds no file, too many, too much, or one that cannot be read
     */
    static <T> List<T> each(UploadedFile zip, long limit, Function<UploadedFile, T> each) {
        return new UnpackedZip(zip, limit).each(each);
    }

    private <T> List<T> each(Function<UploadedFile, T> each) {
        List<T> made = new ArrayList<>();
        ZipDirectory directory = new ZipDirectory(zip.bytes());
        try (var entries = new ZipArchiveInputStream(directory, StandardCharsets.UTF_8.name(), true)) {
            for (ZipArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                List<String> path = path(entry);
                if (entry.isDirectory() || path.isEmpty() || path.stream().anyMatch(NOBODYS::contains)) {
                    continue;
                }
                if (made.size() == MOST_FILES) {
                    throw refused("holds more than " + MOST_FILES + " files");
                }
                String name = String.join(" - ", path);
                if (!entries.canReadEntryData(entry)) {
                    throw refused("holds \u201c" + FileName.of(name)
                            + "\u201d, which is encrypted or packed in a way that cannot" + " be unpacked here");
                }
                made.add(each.apply(UploadReader.file(name, new OneFile(entries), zip.name())));
            }
            // its directory, too, has to have come
            directory.transferTo(OutputStream.nullOutputStream());
        } catch (IOException damaged) {
            throw refused("is damaged");
        }
        if (directory.namesLinks()) {
            throw refused("holds links in place of files, and what they point at did not come");
        }
        if (made.isEmpty()) {
            throw refused("holds no file");
        }
        return made;
    }

    private Refused refused(String why) {
        return new Refused(
                "file",
                "\u201c" + zip.name() + "\u201d " + why
                        + ". Nothing of it counts: give it as one document, or its files" + " themselves.");
    }

    private static List<String> path(ZipArchiveEntry entry) {
        return Arrays.stream(name(entry).split("[/\\\\]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .collect(Collectors.toList());
    }

    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null
                || entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(raw, OLD_NAMES);
        }
    }

    /** What is left to read of one entry; reading throws as {@link UploadedFile#bytes()} says. */
    private final class OneFile extends FilterInputStream {

        private long size;

        private OneFile(InputStream entries) {
            super(entries);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read;
            try {
                read = in.read(buffer, offset, length);
            } catch (IOException damaged) {
                throw refused("is damaged");
            }
            size += Math.max(read, 0);
            left -= Math.max(read, 0);
            if (size > limit) {
                throw new TooLarge(limit);
            }
            if (left < 0) {
                throw refused("holds more than " + MOST_SIZES + " times of what one file may have");
            }
            return read;
        }

        /** The next entry is read from the same stream. */
        @Override
        public void close() {}
    }
}
