package io.tickmark;

import io.tickmark.demo.DemoRestart;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the database up to date; a first start that is cut off leaves nothing that the next one stumbles over. */
@Component
class FirstMigration implements FlywayMigrationStrategy {

    private final DemoRestart demo;

    FirstMigration(DemoRestart demo) {
        this.demo = demo;
    }

    @Override
    public void migrate(Flyway flyway) {
        DataSource database = flyway.getConfiguration().getDataSource();
        demo.clearWhatWasCutOff(database);
        try (FirstStart start = begin(database.getConnection(), flyway)) {
            flyway.migrate();
            start.done();
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be prepared", away);
        }
    }

    private static FirstStart begin(Connection connection, Flyway flyway) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:")
                ? new EmbeddedFirstStart(connection)
                : new SharedFirstStart(connection, flyway);
    }
}
