package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed ends at once, in one plain sentence that says what to do. */
class RefusedStartTest {

    @TempDir
    Path folder;

    @Test
    void aFileWhereTheFolderOfDataShouldBe() throws IOException {
        Files.createFile(folder.resolve("data"));
        assertThat(said(Map.of()))
                .containsExactly(
                        "Tickmark cannot start. The database files at ./data/tickmark cannot be opened or written:"
                                + " let the account that runs Tickmark write in that folder, see that there is space left, or set"
                                + " SPRING_DATASOURCE_URL.");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws IOException {
        String url = "jdbc:mysql://127.0.0.1:" + FreePort.any() + "/tickmark";
        assertThat(said(Map.of("spring.datasource.url", url)))
                .containsExactly("Tickmark cannot start. The database at " + url
                        + " cannot be reached: start it, or check SPRING_DATASOURCE_URL.");
    }

    @Test
    void aPortOfSomebodyElse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(said(Map.of("server.port", Integer.toString(other.getLocalPort()))))
                    .containsExactly("Tickmark cannot start. Port " + other.getLocalPort()
                            + " is in use: stop the program that listens there, or choose another port with --server.port"
                            + " or the environment variable SERVER_PORT.");
        }
    }

    @Test
    void aDatabaseOfAnotherVersion() throws SQLException {
        try (Connection made =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/tickmark"), "sa", "");
                Statement statement = made.createStatement()) {
            statement.execute("""
                    create table "flyway_schema_history" ("installed_rank" int primary key, "version" varchar(50),
                      "description" varchar(200), "type" varchar(20), "script" varchar(1000), "checksum" int,
                      "installed_by" varchar(100), "installed_on" timestamp, "execution_time" int, "success" boolean)
                    """);
            statement.execute("""
                    insert into "flyway_schema_history" values
                      (1, '02', 'identity', 'SQL', 'V02__identity.sql', 1, 'SA', current_timestamp, 1, true)
                    """);
        }
        assertThat(said(Map.of()))
                .containsExactly(
                        "Tickmark cannot start. The database at jdbc:h2:file:./data/tickmark was made by another version"
                                + " of Tickmark, which this one cannot go on from: start that version, name another database"
                                + " with SPRING_DATASOURCE_URL, or, where it is a demo that may be lost, delete it (./data"
                                + " for the embedded one).");
    }

    /** What it prints besides saying that it starts. */
    private List<String> said(Map<String, String> settings) {
        try (var application = new ForkedTickmark(folder, settings)) {
            application.launch();
            assertThat(application.ended()).isNotZero();
            return application
                    .log()
                    .lines()
                    .filter(line -> !line.contains(" INFO "))
                    .toList();
        }
    }
}
