package io.tickmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On MySQL and MariaDB one node after the other brings the database up to date, from the first migration to the last.
 * Flyway alone lets nodes take turns from one migration to the next, and a connection that was open before the first
 * one set the database's character set makes tables in the old one, to which no foreign key can point.
 */
final class SharedFirstStart implements FirstStart {

    private static final Logger log = LoggerFactory.getLogger(SharedFirstStart.class);
    private static final String MARK = "first_start_under_way";
    private static final String LOCK = "concat('tickmark-', md5(database()))";
    private static final int TURN_SECONDS = 10;

    private final Connection connection;
    private final boolean first;

    SharedFirstStart(Connection connection, Flyway flyway) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            awaitTurn(statement);
            if (tables(statement).contains(MARK)) {
                log.info("The first start was broken off; the database is made anew.");
                dropAll(statement);
            }
            this.first = isEmpty(statement, flyway);
            if (first) {
                // its table of what has run must be there before the mark: Flyway refuses a database with others only
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .target("0?")
                        .load()
                        .migrate();
                statement.execute("create table " + MARK + " (since datetime)");
            }
        }
    }

    @Override
    public void done() throws SQLException {
        if (first) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table " + MARK);
            }
        }
    }

    /** The lock is the connection's, and a pool's connection goes on: it has to be given back. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("do release_lock(" + LOCK + ")");
        }
    }

    private static void awaitTurn(Statement statement) throws SQLException {
        while (!isOne(statement, "select get_lock(" + LOCK + ", " + TURN_SECONDS + ")")) {
            log.info("Another node is bringing the database up to date; waiting for it.");
        }
    }

    private static boolean isEmpty(Statement statement, Flyway flyway) throws SQLException {
        String history = flyway.getConfiguration().getTable();
        List<String> tables = tables(statement);
        return tables.isEmpty()
                || tables.equals(List.of(history)) && isOne(statement, "select count(*) = 0 from `" + history + "`");
    }

    private static void dropAll(Statement statement) throws SQLException {
        List<String> tables = tables(statement);
        // the mark goes last: a kill in here leaves a database that is still known for unfinished
        tables.remove(MARK);
        tables.add(MARK);
        statement.execute("set foreign_key_checks = 0");
        for (String table : tables) {
            statement.execute("drop table `" + table + "`");
        }
        statement.execute("set foreign_key_checks = 1");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = database()")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean isOne(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getInt(1) == 1;
        }
    }
}
