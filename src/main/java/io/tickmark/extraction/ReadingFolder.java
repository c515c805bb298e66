package io.tickmark.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only this user can read, in which one reader works. Its name tells whose it is, so that none is left. */
final class ReadingFolder {

    private static final String PREFIX = "tickmark-reading-";

    private final Path path;

    private ReadingFolder(Path path) {
        this.path = path;
    }

    static ReadingFolder create() throws IOException {
        ReadingFolder folder = new ReadingFolder(
                Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
        Files.createFile(folder.path.resolve("no-hosts"));
        return folder;
    }

    /** Removes what applications left that were killed: copies of evidence. */
    static void sweep() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(ReadingFolder::isLeft).map(ReadingFolder::new).forEach(ReadingFolder::remove);
        } catch (IOException | UncheckedIOException unreadable) {
            // somebody else's to clear up then
        }
    }

    private static boolean isLeft(Path path) {
        String name = path.getFileName().toString();
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = name.substring(PREFIX.length()).split("-", 2);
        try {
            return ProcessHandle.of(Long.parseLong(parts[0])).isEmpty() && Files.isWritable(path);
        } catch (NumberFormatException other) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path copy() {
        return path.resolve("document");
    }

    /** What the reader has written, the copy of the document apart. */
    long used() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> !file.equals(copy()))
                    .mapToLong(ReadingFolder::size)
                    .sum();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Between two documents: whatever a parser left behind. */
    void empty() {
        clear(false);
    }

    void remove() {
        clear(true);
    }

    private static boolean isKept(Path file) {
        return file.endsWith("no-hosts") || file.endsWith(".pdfbox.cache");
    }

    private void clear(boolean whole) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder())
                    .filter(file -> whole || !(file.equals(path) || isKept(file)))
                    .toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            // the next sweep takes it
        }
    }
}
