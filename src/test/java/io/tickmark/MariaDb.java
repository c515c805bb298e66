package io.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MariaDB of our own on a private folder and a free port, as a firm would have one: it stands in for MySQL. Its
 * default character set is latin1 on purpose, since that is what an operator forgets. It ends with this JVM.
 */
public final class MariaDb {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private Process server;

    private MariaDb() throws IOException {
        this.folder = Files.createTempDirectory("tickmark-mariadb");
        this.port = FreePort.any();
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                // others that start at the same time use /tmp as well
                "--tmpdir=" + folder,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                user());
        this.server = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        awaitSignIn();
    }

    private static final class Shared {
        static final MariaDb SERVER = start();
    }

    /** The one that all tests of this JVM share. */
    public static MariaDb shared() {
        return Shared.SERVER;
    }

    /** A server of the caller's own, to be killed and started again; it ends with this JVM at the latest. */
    public static MariaDb start() {
        try {
            return new MariaDb();
        } catch (IOException missing) {
            throw new UncheckedIOException("MariaDB does not start; ./verify installs it", missing);
        }
    }

    /** Makes an empty database in which {@code tickmark} with the same password may do everything. */
    public String create(String database) {
        sql("drop database if exists " + database);
        sql("create database " + database + " character set latin1");
        sql("create user if not exists tickmark@'%' identified by 'tickmark'");
        sql("grant all on " + database + ".* to tickmark@'%'");
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database;
    }

    /** The one number that a query answers, asked as {@code tickmark} of a database that {@link #create} made. */
    public static int number(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url, "tickmark", "tickmark");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(query, refused);
        }
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        server.destroyForcibly();
        server.onExit().join();
    }

    public void restart() {
        try {
            server = launch();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        awaitSignIn();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        program(),
                        "--no-defaults",
                        "--datadir=" + folder.resolve("data"),
                        "--socket=" + folder.resolve("s"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--character-set-server=latin1",
                        "--innodb-buffer-pool-size=256M",
                        "--max-connections=300",
                        "--skip-log-bin",
                        user())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** Debian keeps it where only an administrator's path leads. */
    private static String program() {
        String usual = "/usr/sbin/mariadbd";
        return Files.isExecutable(Path.of(usual)) ? usual : "mariadbd";
    }

    private static String user() {
        return "--user=" + System.getProperty("user.name");
    }

    private void awaitSignIn() {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                sql("select 1");
                return;
            } catch (IllegalStateException notYet) {
                if (!server.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("MariaDB does not answer: " + log(), notYet);
                }
                Wait.pause(100);
            }
        }
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
                Statement call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(statement + ": " + refused.getMessage(), refused);
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return "it wrote no log";
        }
    }

    private void end() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException inUse) {
            System.err.println("Left behind: " + folder);
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
