package io.tickmark.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A demo world whose loading was cut off, by a kill say, cannot be told from one that somebody has worked in half-way;
 * nobody was told that it is there, so it is cleared and loaded anew.
 */
@Component
public class DemoRestart {

    private static final Logger log = LoggerFactory.getLogger(DemoRestart.class);

    private final DemoMode mode;

    DemoRestart(DemoMode mode) {
        this.mode = mode;
    }

    /** Before the database is brought up to date: empties it when it holds a demo world that was never told of. */
    public void clearWhatWasCutOff(DataSource database) {
        if (mode.world() && cutOff(database)) {
            log.info("The demo world was not loaded to its end; it is cleared and loaded again.");
            clear(database);
        }
    }

    private static boolean cutOff(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var tables = connection.getMetaData().getTables(null, null, "DEMO_STATE", null)) {
            if (!tables.next()) {
                return false;
            }
            try (var row = statement.executeQuery(
                    "select count(*) from demo_state where world_loaded = false and offset_seconds < 0")) {
                return row.next() && row.getInt(1) > 0;
            }
        } catch (SQLException away) {
            throw new IllegalStateException("The demo's state cannot be read", away);
        }
    }

    /** Only ever the embedded database of a demo, which {@link DemoMode} has made sure of. */
    private static void clear(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        } catch (SQLException away) {
            throw new IllegalStateException("The half-loaded demo world cannot be cleared", away);
        }
    }
}
