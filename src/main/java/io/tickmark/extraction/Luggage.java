package io.tickmark.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at a file's bytes for what parsers pass over in silence. It looks and does not parse: what is well hidden it does
 * not find, and a file in which it finds nothing is not thereby safe.
 */
final class Luggage {

    private static final Set<String> MARKUP =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml");
    private static final Pattern SCRIPT =
            Pattern.compile("(?i)<script[\\s>/]|\\son[a-z]{3,20}+\\s*+=|[\"'=]\\s*+javascript:");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)<!entity\\s[^>]{0,500}?\\s(?:system|public)\\s");
    private static final Pattern PAGE = Pattern.compile("(?i)<html[\\s>]|<script[\\s>]|<!doctype\\s+html|<\\?php");
    private static final Pattern LEADS_OUT =
            Pattern.compile("(?:^|.*[/\\\\])\\.\\.(?:[/\\\\].*|$)|[/\\\\].*|[A-Za-z]:.*");
    private static final Pattern HIDES = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");

    /** As far as browsers look when they guess what a file is. */
    private static final int HEAD = 1500;

    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 1000;
    private static final int MOST_PIECES = 64;
    private static final int MOST_ENTRIES = 100_000;

    /** Of the end of a ZIP, with the longest comment. */
    private static final int LONGEST_END = 22 + 65_535;

    private final Path file;
    private final Set<Carried> found = EnumSet.noneOf(Carried.class);

    private Luggage(Path file) {
        this.file = file;
    }

    /** @param type as the file was found to be */
    static Set<Carried> in(Path file, String type) {
        Luggage luggage = new Luggage(file);
        try {
            luggage.look(type);
        } catch (IOException | RuntimeException odd) {
            // what cannot be listed was judged by the parser
        }
        return Set.copyOf(luggage.found);
    }

    private void look(String type) throws IOException {
        if (MARKUP.contains(type)) {
            markup();
        } else if (type.equals("application/pdf")
                || type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")) {
            anotherKind();
        } else if (type.equals("application/zip")) {
            zip();
        } else if (type.equals("application/x-tar") || type.equals("application/x-gtar")) {
            tar();
        }
    }

    private void markup() throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String before = "";
            for (int piece = 0; piece < MOST_PIECES; piece++) {
                byte[] read = bytes.readNBytes(PIECE);
                if (read.length == 0) {
                    return;
                }
                // whatever the encoding: in all that browsers know, these words are ASCII, or ASCII with zeros between
                String text = before + new String(read, StandardCharsets.ISO_8859_1).replace("\0", "");
                mark(SCRIPT, text, Carried.SCRIPT);
                mark(OUTSIDE, text, Carried.OUTSIDE);
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
        }
    }

    private void mark(Pattern pattern, String text, Carried what) {
        if (!found.contains(what) && pattern.matcher(text).find()) {
            found.add(what);
        }
    }

    private void anotherKind() throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            mark(PAGE, new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1), Carried.ANOTHER_KIND);
        }
        if (endsAsZip()) {
            found.add(Carried.ANOTHER_KIND);
        }
    }

    /** Whether there is a ZIP's directory where the end of a ZIP says that it is. */
    private boolean endsAsZip() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Math.max(0, channel.size() - LONGEST_END);
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - start)).order(ByteOrder.LITTLE_ENDIAN);
            while (end.hasRemaining() && channel.read(end, start + end.position()) > 0) {
                // until it is full
            }
            for (int at = end.position() - 22; at >= 0; at--) {
                if (end.getInt(at) == 0x06054b50) {
                    long directory = start + at - Integer.toUnsignedLong(end.getInt(at + 12));
                    ByteBuffer first = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
                    if (directory >= 0 && channel.read(first, directory) == 4 && first.getInt(0) == 0x02014b50) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private void zip() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            for (int n = 0; n < MOST_ENTRIES && entries.hasMoreElements(); n++) {
                ZipArchiveEntry entry = entries.nextElement();
                entry(entry.getName(), entry.isUnixSymlink());
            }
        }
    }

    private void tar() throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            for (int n = 0; n < MOST_ENTRIES && entry != null; n++) {
                entry(entry.getName(), entry.isSymbolicLink() || entry.isLink());
                entry = tar.getNextEntry();
            }
        }
    }

    private void entry(String name, boolean link) {
        if (LEADS_OUT.matcher(name).matches() || HIDES.matcher(name).find()) {
            found.add(Carried.NAMES);
        }
        if (link) {
            found.add(Carried.LINKS);
        }
    }
}
