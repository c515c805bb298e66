package io.tickmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** On H2 the mark is a schema: Flyway takes a database with one table for somebody else's. */
final class EmbeddedFirstStart implements FirstStart {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedFirstStart.class);
    private static final String MARK = "FIRST_START_UNDER_WAY";

    private final Connection connection;
    private final boolean first;

    EmbeddedFirstStart(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            if (any(statement, "schemata where schema_name = '" + MARK + "'")) {
                log.info("The first start was broken off; the database is made anew.");
                statement.execute("drop all objects");
            }
            this.first = !any(statement, "tables where table_schema <> 'INFORMATION_SCHEMA'");
            if (first) {
                statement.execute("create schema " + MARK);
            }
        }
    }

    @Override
    public void done() throws SQLException {
        if (first) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema " + MARK);
                // which the first migration raised
                statement.execute("set write_delay 0");
                statement.execute("checkpoint sync");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static boolean any(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from information_schema." + what)) {
            return row.next() && row.getInt(1) > 0;
        }
    }
}
