package io.tickmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.evidence.EvidenceChanges;
import io.tickmark.evidence.SearchableEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The index of a node comes back whole from whatever becomes of its folder. */
@TickmarkTest
class IndexingTest {

    @TempDir
    private Path root;

    @Autowired
    IndexSource source;

    @Autowired
    SearchableEvidence evidence;

    @Autowired
    EvidenceChanges changes;

    private Indexing aNode() {
        return new Indexing(new SearchSettings(root.toString(), Duration.ofSeconds(10)), source, evidence, changes);
    }

    private static long entries(Indexing node) {
        EvidenceIndex index = Objects.requireNonNull(node.index());
        try (var session = index.session()) {
            return session.search(index.scope()).where(f -> f.matchAll()).fetchTotalHitCount();
        }
    }

    private long count() {
        List<java.util.UUID> all = evidence.ids(null, 100_000);
        return evidence.documents(all).size();
    }

    @Test
    void anIndexIsMadeAtFirstAndKeptForTheNextStart() throws IOException {
        Indexing first = aNode();
        first.catchUp();
        assertThat(first.isWhole()).isTrue();
        assertThat(entries(first)).isEqualTo(count());
        first.close();
        Path mark = root.resolve("1").resolve("mark");
        String kept = Files.readString(mark);
        Indexing next = aNode();
        next.catchUp();
        assertThat(entries(next)).isEqualTo(count());
        next.close();
        assertThat(Files.readAllLines(mark).get(1))
                .as("made by the same database")
                .isEqualTo(kept.lines().toList().get(1));
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        Indexing first = aNode();
        first.catchUp();
        first.close();
        try (Stream<Path> files = Files.walk(root.resolve("1").resolve("index"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        Indexing next = aNode();
        next.catchUp();
        assertThat(next.isWhole()).isTrue();
        assertThat(entries(next)).isEqualTo(count());
        next.close();
    }

    @Test
    @Tag("database")
    void everyNodeMakesItsIndexAnewWhenItIsTold() throws IOException {
        Indexing node = aNode();
        node.catchUp();
        Path mark = root.resolve("1").resolve("mark");
        String before = Files.readString(mark);
        source.renew();
        node.catchUp();
        assertThat(node.isWhole()).isTrue();
        assertThat(Files.readString(mark)).isNotEqualTo(before);
        node.close();
    }
}
