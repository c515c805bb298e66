package io.tickmark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one node's index. Nodes that are started in the same place take folders of their own: who holds a
 * folder's lock owns it. Beside the index stands how far it has come; where that is missing, the index is not whole.
 */
final class IndexFolder implements AutoCloseable {

    /** Raised with every change of {@link Entry}, of {@link EntryAnalysis} and of Lucene. */
    static final String SCHEMA = "2";

    private static final int MOST_NODES = 100;

    private final Path place;
    private final FileChannel channel;

    private IndexFolder(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /**
     * @param stamp see {@link IndexSource#stamp}
     * @param number the last change that is in the index for sure
     */
    record Mark(String stamp, long number) {}

    static IndexFolder take(Path root) throws IOException {
        for (int i = 1; i <= MOST_NODES; i++) {
            Path place = root.resolve(Integer.toString(i));
            Files.createDirectories(place);
            FileChannel channel =
                    FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new IndexFolder(place, channel);
            }
            channel.close();
        }
        throw new IOException("All of " + MOST_NODES + " folders in " + root + " are in use");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    Path index() {
        return place.resolve("index");
    }

    /** Empty where the index is not whole, or was made by another schema. */
    Optional<Mark> mark() throws IOException {
        Path file = place.resolve("mark");
        // an index that was deleted would be opened as an empty one
        if (!Files.exists(file) || !hasIndex()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.size() == 3 && lines.get(0).equals(SCHEMA)
                    ? Optional.of(new Mark(lines.get(1), Long.parseLong(lines.get(2))))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private boolean hasIndex() throws IOException {
        if (!Files.isDirectory(index())) {
            return false;
        }
        try (Stream<Path> all = Files.walk(index())) {
            return all.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("segments_"));
        }
    }

    /** The index must have been written to disk before. */
    void mark(Mark mark) throws IOException {
        Path file = place.resolve("mark");
        Path next = place.resolve("mark.next");
        Files.write(next, List.of(SCHEMA, mark.stamp(), Long.toString(mark.number())));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** From here on the index is not whole. */
    void unmark() throws IOException {
        Files.deleteIfExists(place.resolve("mark"));
    }

    void clear() throws IOException {
        unmark();
        if (Files.exists(index())) {
            try (Stream<Path> all = Files.walk(index())) {
                all.sorted(Comparator.reverseOrder()).forEach(IndexFolder::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it up for another node to take. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
