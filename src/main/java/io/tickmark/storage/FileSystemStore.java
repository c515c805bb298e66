package io.tickmark.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Documents as files on this machine: written aside, made durable, then renamed, so that a name means a whole file. */
final class FileSystemStore implements DocumentStore {

    private static final int BUFFER = 1 << 17;

    private final DocumentsFolder folder;

    FileSystemStore(DocumentsFolder folder) {
        this.folder = folder;
    }

    @Override
    public Stored put(DocumentKey key, InputStream bytes, long limit) {
        MeasuredStream measured = new MeasuredStream(bytes, limit);
        try {
            FileChannel claimed = folder.claim(key);
            try {
                write(measured, claimed);
                folder.settle(key);
            } finally {
                folder.release(key);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("Document " + key + " is taken: a document is never overwritten", e);
        } catch (IOException e) {
            throw new StoreUnavailable(e);
        }
        return measured.stored(null);
    }

    private static void write(MeasuredStream measured, FileChannel file) throws IOException {
        try (file) {
            byte[] buffer = new byte[BUFFER];
            for (int read = measured.read(buffer); read >= 0; read = measured.read(buffer)) {
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    file.write(chunk);
                }
            }
            file.force(true);
        }
    }

    @Override
    public InputStream read(DocumentKey key, Stored expected, long from, long length) {
        Objects.checkFromIndexSize(from, length, expected.size());
        return new StoredStream(open(key, expected, StoredStream.start(from)), key, expected, from, length);
    }

    private InputStream open(DocumentKey key, Stored expected, long from) {
        try {
            SeekableByteChannel file = Files.newByteChannel(folder.place(key));
            long size = file.size();
            if (size != expected.size()) {
                file.close();
                throw IntegrityFailure.alarm(
                        key, "it has " + size + " bytes in the store instead of " + expected.size());
            }
            return Channels.newInputStream(file.position(from));
        } catch (NoSuchFileException e) {
            if (folder.isThere()) {
                throw IntegrityFailure.alarm(key, "it is gone from the store");
            }
            throw new StoreUnavailable(e);
        } catch (IOException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public OptionalLong size(DocumentKey key) {
        try {
            return OptionalLong.of(Files.size(folder.place(key)));
        } catch (NoSuchFileException e) {
            if (folder.isThere()) {
                return OptionalLong.empty();
            }
            throw new StoreUnavailable(e);
        } catch (IOException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void delete(DocumentKey key) {
        try {
            folder.remove(key);
        } catch (IOException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void purge(DocumentKey key) {
        delete(key);
    }

    @Override
    public boolean retain(DocumentKey key, Stored expected, Retention retention) {
        return false;
    }

    @Override
    public boolean hold(DocumentKey key, Stored expected, boolean on) {
        return false;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities("Documents are files in " + folder.root(), false, false);
    }

    @Override
    public void list(Consumer<Kept> each) {
        if (!folder.isThere()) {
            throw new StoreUnavailable(new NoSuchFileException(folder.root().toString()));
        }
        try (DirectoryStream<Path> engagements = Files.newDirectoryStream(folder.root(), Files::isDirectory)) {
            for (Path engagement : engagements) {
                try (DirectoryStream<Path> documents = Files.newDirectoryStream(engagement)) {
                    for (Path document : documents) {
                        kept(document).ifPresent(each);
                    }
                }
            }
        } catch (DirectoryIteratorException | IOException e) {
            throw new StoreUnavailable(e);
        }
    }

    /** Empty for what is not ours: an incoming file, or something an administrator left in the folder. */
    private Optional<Kept> kept(Path document) throws IOException {
        Path inRoot = folder.root().relativize(document);
        try {
            DocumentKey key = DocumentKey.parse(inRoot.getName(0) + "/" + inRoot.getName(1));
            return Optional.of(new Kept(key, Files.size(document), folder.age(document)));
        } catch (IllegalArgumentException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> trouble() {
        try {
            folder.tryToWrite();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(FolderUnusable.sentence(folder.root(), e));
        }
    }
}
