package io.tickmark.demo;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What demo mode remembers over a restart. */
@Component
class DemoState {

    private final JdbcClient database;

    DemoState(JdbcClient database) {
        this.database = database;
    }

    Duration offset() {
        return database.sql("select offset_seconds from demo_state where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    boolean worldLoaded() {
        return database.sql("select world_loaded from demo_state where id = 1")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void keep(Duration offset) {
        ensure();
        database.sql("update demo_state set offset_seconds = ? where id = 1")
                .param(offset.toSeconds())
                .update();
    }

    void worldIsLoaded() {
        ensure();
        database.sql("update demo_state set world_loaded = true where id = 1").update();
    }

    private void ensure() {
        int rows = database.sql("select count(*) from demo_state")
                .query(Integer.class)
                .single();
        if (rows == 0) {
            database.sql("insert into demo_state (id, offset_seconds, world_loaded) values (1, 0, false)")
                    .update();
        }
    }
}
