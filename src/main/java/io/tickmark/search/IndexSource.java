package io.tickmark.search;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which database an index is made from, and how often everybody was told to make it anew. */
@Component
class IndexSource {

    private final JdbcClient database;

    IndexSource(JdbcClient database) {
        this.database = database;
    }

    /** The same text as long as an index that was made by it may go on. */
    @Transactional
    public String stamp() {
        String stamp = read();
        if (stamp.startsWith("null ")) {
            database.sql("update search_source set source_id = ? where id = 1 and source_id is null")
                    .param(UUID.randomUUID().toString())
                    .update();
            stamp = read();
        }
        return stamp;
    }

    private String read() {
        return database.sql("select source_id, generation from search_source where id = 1")
                .query((row, n) -> row.getString("source_id") + " " + row.getInt("generation"))
                .single();
    }

    /** Has every node make its index anew. */
    @Transactional
    public void renew() {
        database.sql("update search_source set generation = generation + 1 where id = 1")
                .update();
    }
}
