package io.tickmark.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.tickmark.kernel.EngagementId;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder on disk: {@code <engagement>/<document>} for what is whole, {@code .incoming} for what is on its way. The
 * name of an incoming file is its key, so that holding the file is holding the key, across processes too.
 */
final class DocumentsFolder {

    /** Longer than any pause of an upload that still writes: another process may share the folder. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    // file times are real times: the application's clock is moved by demo mode
    private final Clock realTime = Clock.systemUTC();
    private final Path root;
    private final Path incoming;
    private final Set<EngagementId> durable = ConcurrentHashMap.newKeySet();

    /** Creates the folder where it is missing, readable by its owner alone, and clears what a crash left long ago. */
    DocumentsFolder(Path folder) {
        root = folder.toAbsolutePath().normalize();
        incoming = root.resolve(".incoming");
        try {
            Files.createDirectories(root, ownerOnly());
            Files.createDirectories(incoming);
            tryToWrite();
            clearLeftOvers();
        } catch (IOException e) {
            throw new FolderUnusable(root, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        // Windows has no such permissions; there the folder inherits its parent's
        return File.separatorChar == '/'
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private void clearLeftOvers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (age(file).compareTo(LEFT_OVER) > 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    Path place(DocumentKey key) {
        return root.resolve(key.engagement().toString()).resolve(key.document().toString());
    }

    private Path incoming(DocumentKey key) {
        return incoming.resolve(key.engagement() + "_" + key.document());
    }

    Duration age(Path file) throws IOException {
        return Duration.between(Files.getLastModifiedTime(file).toInstant(), realTime.instant());
    }

    /** False when the folder itself is gone, as with a volume that is not mounted. */
    boolean isThere() {
        return Files.isDirectory(incoming);
    }

    void tryToWrite() throws IOException {
        Path probe = Files.createTempFile(incoming, "probe", null);
        try {
            Files.write(probe, new byte[1]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Throws {@link FileAlreadyExistsException} when the key is taken: only who holds the claim can take it. */
    FileChannel claim(DocumentKey key) throws IOException {
        FileChannel claimed = FileChannel.open(incoming(key), CREATE_NEW, WRITE);
        if (Files.exists(place(key))) {
            claimed.close();
            release(key);
            throw new FileAlreadyExistsException(key.toString());
        }
        return claimed;
    }

    /** Takes back a claim; after {@link #settle} there is nothing left to take back. */
    void release(DocumentKey key) throws IOException {
        Files.deleteIfExists(incoming(key));
    }

    /** Gives the claimed file its final name, durably: a file's own fsync says nothing about its name. */
    void settle(DocumentKey key) throws IOException {
        Path place = place(key);
        Path folder = root.resolve(key.engagement().toString());
        if (!durable.contains(key.engagement())) {
            Files.createDirectories(folder);
            sync(root);
            durable.add(key.engagement());
        }
        Files.move(incoming(key), place, StandardCopyOption.ATOMIC_MOVE);
        try {
            sync(folder);
        } catch (IOException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    void remove(DocumentKey key) throws IOException {
        if (Files.deleteIfExists(place(key))) {
            sync(root.resolve(key.engagement().toString()));
        } else if (!isThere()) {
            throw new NoSuchFileException(root.toString());
        }
    }

    private static void sync(Path folder) throws IOException {
        // Windows cannot open a folder and keeps names durable by itself
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }
}
