package io.tickmark;

import io.tickmark.demo.DemoRestart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to date. On the embedded one, tables that are being created outlive a kill without the record
 * that they were: a schema of this name stands from before the first table to after the last, and while it does, nobody
 * can have entered anything.
 */
@Component
class FirstMigration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(FirstMigration.class);
    private static final String MARK = "FIRST_START_UNDER_WAY";
    private static final String TABLES =
            "select count(*) from information_schema.tables where table_schema <> 'INFORMATION_SCHEMA'";
    private static final String MARKS =
            "select count(*) from information_schema.schemata where schema_name = '" + MARK + "'";

    private final DemoRestart demo;

    FirstMigration(DemoRestart demo) {
        this.demo = demo;
    }

    @Override
    public void migrate(Flyway flyway) {
        DataSource database = flyway.getConfiguration().getDataSource();
        demo.clearWhatWasCutOff(database);
        boolean first = begin(database);
        flyway.migrate();
        if (first) {
            end(database);
        }
    }

    private static boolean begin(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
                return false;
            }
            if (count(statement, MARKS) > 0) {
                log.info("The first start was broken off; the database is made anew.");
                statement.execute("drop all objects");
            }
            boolean empty = count(statement, TABLES) == 0;
            if (empty) {
                statement.execute("create schema " + MARK);
            }
            return empty;
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be prepared", away);
        }
    }

    private static void end(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema " + MARK);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be prepared", away);
        }
    }

    private static int count(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
