package io.tickmark.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest implements DocumentStoreContract {

    private S3Server server;
    private S3Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new S3Server(folder.resolve("s3"));
        store = S3Store.open(server.settings());
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Override
    public DocumentStore store() {
        return store;
    }

    @Override
    public void flipByte(DocumentKey key, long position) throws IOException {
        DocumentStoreContract.flip(place(key), position);
    }

    @Override
    public void lose(DocumentKey key) throws IOException {
        Files.delete(place(key));
    }

    @Override
    public void takeAway() {
        server.stop();
    }

    @Override
    public List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(server.bucket())) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private Path place(DocumentKey key) {
        return server.bucket().resolve(key.toString());
    }
}
