package io.tickmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

    private static final IndexFolder.Mark MARK = new IndexFolder.Mark("here 0", 17);

    @TempDir
    private Path root;

    private static void anIndex(IndexFolder folder) throws IOException {
        Files.createDirectories(folder.index().resolve("evidence"));
        Files.writeString(folder.index().resolve("evidence").resolve("segments_1"), "x");
    }

    @Test
    void twoNodesInOnePlaceTakeFoldersOfTheirOwn() throws IOException {
        try (IndexFolder one = IndexFolder.take(root);
                IndexFolder two = IndexFolder.take(root)) {
            assertThat(one.index()).isNotEqualTo(two.index());
        }
        try (IndexFolder again = IndexFolder.take(root)) {
            assertThat(again.index()).isEqualTo(root.resolve("1").resolve("index"));
        }
    }

    @Test
    void howFarAnIndexHasComeOutlivesTheNode() throws IOException {
        try (IndexFolder folder = IndexFolder.take(root)) {
            anIndex(folder);
            assertThat(folder.mark()).isEmpty();
            folder.mark(MARK);
        }
        try (IndexFolder folder = IndexFolder.take(root)) {
            assertThat(folder.mark()).contains(MARK);
            folder.clear();
            assertThat(folder.mark()).isEmpty();
            assertThat(folder.index()).doesNotExist();
        }
    }

    @Test
    void anIndexThatWasDeletedOrIsOfAnotherSchemaIsNotWhole() throws IOException {
        try (IndexFolder folder = IndexFolder.take(root)) {
            folder.mark(MARK);
            assertThat(folder.mark()).as("without an index").isEmpty();
            anIndex(folder);
            assertThat(folder.mark()).contains(MARK);
            Path file = root.resolve("1").resolve("mark");
            Files.writeString(file, Files.readString(file).replaceFirst(IndexFolder.SCHEMA, "0"));
            assertThat(folder.mark()).isEmpty();
            Files.writeString(file, "nonsense");
            assertThat(folder.mark()).isEmpty();
        }
    }
}
