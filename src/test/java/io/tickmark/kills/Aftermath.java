package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kills.Deed.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the database and in the documents' folder right after a kill, seen without the application. */
final class Aftermath implements AutoCloseable {

    private final Connection database;
    private final Path documents;

    private Aftermath(Connection database, Path documents) {
        this.database = database;
        this.documents = documents;
    }

    /** Of a dead application on a database file: looks at a copy, so that the application itself has to recover it. */
    static Aftermath ofCopy(Path data, Path copies) {
        try {
            Files.createDirectories(copies);
            Path copy = copies.resolve("tickmark.mv.db");
            Files.deleteIfExists(copy);
            Files.copy(data.resolve("tickmark.mv.db"), copy);
            String url = "jdbc:h2:file:" + copies.resolve("tickmark") + ";DB_CLOSE_ON_EXIT=FALSE";
            return of(url, "sa", "", data.resolve("documents"));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    static Aftermath of(String url, String username, String password, Path documents) {
        try {
            return new Aftermath(DriverManager.getConnection(url, username, password), documents);
        } catch (SQLException unreadable) {
            throw new AssertionError("The database cannot be opened after the kill", unreadable);
        }
    }

    /** Everything that was acknowledged, once; what was not, at most once; nothing else. */
    void holds(Ledger ledger) {
        exactly(ledger, Kind.COMPLETION, column("select task_id from task_record"));
        exactly(ledger, Kind.COMPLETION, facts("task-completed", "task"));
        exactly(ledger, Kind.UPLOAD, column("select name from document where name like 'noise-%'"));
        exactly(ledger, Kind.UPLOAD, facts("document-received", "name"));
        exactly(ledger, Kind.ENGAGEMENT, column("select title from engagement"));
        exactly(ledger, Kind.CLIENT, column("select name from organisation where name like 'client %'"));
        isSound();
    }

    /** The parts fit together, whatever was done. */
    void isSound() {
        theTasklistIsTheEngines();
        noDocumentIsWithoutItsBytes();
        noBytesAreUnaccountedFor();
    }

    private static void exactly(Ledger ledger, Kind kind, List<String> found) {
        Map<String, Long> times = found.stream().collect(Collectors.groupingBy(about -> about, Collectors.counting()));
        assertThat(times.values()).as("effects of each %s", kind).allMatch(count -> count == 1);
        ledger.taken(kind)
                .forEach(deed -> assertThat(times).as("kept: %s", deed).containsKey(deed.about()));
        Set<String> known = ledger.all().stream()
                .filter(deed -> deed.kind() == kind)
                .filter(deed -> deed.answer() == null || deed.taken())
                .map(Deed::about)
                .collect(Collectors.toSet());
        assertThat(times.keySet()).as("asked for: %s", kind).isSubsetOf(known);
    }

    private void theTasklistIsTheEngines() {
        assertThat(column("select id from inbox_task"))
                .containsExactlyInAnyOrderElementsOf(column("select ID_ from ACT_RU_TASK"));
        Set<String> done = new HashSet<>(column("select task_id from task_record"));
        assertThat(column("select id from inbox_task")).noneMatch(done::contains);
        assertThat(column("select EXCEPTION_MSG_ from ACT_RU_JOB where RETRIES_ = 0"))
                .isEmpty();
    }

    private void noDocumentIsWithoutItsBytes() {
        Map<String, String> hashes = new HashMap<>();
        rows("select concat(engagement_id, '/', id), sha256 from document")
                .forEach(row -> hashes.put(row.get(0), row.get(1)));
        hashes.forEach((key, hash) -> assertThat(sha256(documents.resolve(key)))
                .as("bytes of %s", key)
                .isEqualTo(hash));
    }

    private void noBytesAreUnaccountedFor() {
        Set<String> known = new HashSet<>(column("select concat(engagement_id, '/', id) from document"));
        known.addAll(column("select concat(engagement_id, '/', id) from upload_intent"));
        try (Stream<Path> files = Files.walk(documents)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> documents.relativize(file).toString())
                    .filter(file -> !file.startsWith(".incoming"))
                    .toList();
            assertThat(there).as("what is stored, by its rows").isSubsetOf(known);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private List<String> facts(String event, String fact) {
        return column("select facts from trail_entry where event_name = '" + event + "'").stream()
                .map(facts -> World.JSON.readTree(facts).path(fact).asString(""))
                .filter(value -> !fact.equals("name") || value.startsWith("noise-"))
                .toList();
    }

    private List<String> column(String sql) {
        return rows(sql).stream().map(row -> row.get(0)).toList();
    }

    private List<List<String>> rows(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            int width = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException wrong) {
            throw new AssertionError(sql, wrong);
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException lost) {
            return "cannot be read: " + lost;
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException gone) {
            throw new AssertionError(gone);
        }
    }
}
