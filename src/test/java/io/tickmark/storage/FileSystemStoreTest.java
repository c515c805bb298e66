package io.tickmark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tickmark.kernel.EngagementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class FileSystemStoreTest implements DocumentStoreContract {

    private Path temp;
    private Path root;
    private DocumentStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        temp = folder;
        root = temp.resolve("data/documents");
        store = new FileSystemStore(new DocumentsFolder(root));
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
    public void takeAway() throws IOException {
        Files.move(root, temp.resolve("unmounted"));
        Files.createDirectory(root);
    }

    @Override
    public List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    @Test
    void leftOversOfACrashAreClearedAtStartWhenTheyAreOld() throws IOException {
        Path old = Files.writeString(root.resolve(".incoming/old"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
        Path fresh = Files.writeString(root.resolve(".incoming/fresh"), "half");
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.now().minus(Duration.ofMinutes(59))));
        store = new FileSystemStore(new DocumentsFolder(root));
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void whatIsNotOursInTheFolderIsNotListed() throws IOException {
        Files.writeString(root.resolve("README"), "mine");
        Path odd = Files.createDirectory(
                root.resolve(EngagementId.next().toString().toUpperCase(Locale.ROOT)));
        Files.writeString(odd.resolve(UUID.randomUUID().toString()), "mine");
        Path ours = Files.createDirectory(root.resolve(EngagementId.next().toString()));
        Files.writeString(ours.resolve(".DS_Store"), "mine");
        List<Kept> kept = new ArrayList<>();
        store.list(kept::add);
        assertThat(kept).isEmpty();
    }

    @Test
    void theFolderItCreatesIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeCreatedIsOneSentenceThatSaysWhatToDo() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        Path folder = file.resolve("documents");
        FolderUnusable unusable = assertThrows(FolderUnusable.class, () -> new DocumentsFolder(folder));
        FailureAnalysis analysis = new StoreUnusableAnalyzer().analyze(unusable, unusable);
        assertThat(analysis.getDescription())
                .startsWith("Documents cannot be kept in " + folder)
                .contains("tickmark.documents.folder")
                .doesNotContain("Exception");
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidSo() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        assertThatThrownBy(() -> new DocumentsFolder(file))
                .hasMessageContaining("a file stands where the folder should");
    }

    private Path place(DocumentKey key) {
        return root.resolve(key.toString());
    }
}
