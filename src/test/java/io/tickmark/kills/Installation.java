package io.tickmark.kills;

import io.tickmark.MariaDb;
import io.tickmark.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where a forked application keeps its data, for those who look at it from outside. */
interface Installation {

    Map<String, String> settings();

    /** Whether a first start has begun to make the database. */
    boolean begun();

    /** What is there now that the application is dead. */
    Aftermath aftermath();

    /** On the embedded default. */
    static Installation embedded(Path folder, Path copies) {
        return new Installation() {
            @Override
            public Map<String, String> settings() {
                return Map.of();
            }

            @Override
            public boolean begun() {
                return Files.exists(folder.resolve("data/tickmark.mv.db"));
            }

            @Override
            public Aftermath aftermath() {
                return Aftermath.ofCopy(folder.resolve("data"), copies);
            }
        };
    }

    /** On a database of the shared server, documents in the default folder. */
    static Installation onMariaDb(Path folder, String name) {
        String url = MariaDb.shared().create(name);
        return new Installation() {
            @Override
            public Map<String, String> settings() {
                return new HashMap<>(OutageTest.settings(url));
            }

            @Override
            public boolean begun() {
                return MariaDb.number(
                                url, "select count(*) from information_schema.tables where table_schema = database()")
                        > 0;
            }

            @Override
            public Aftermath aftermath() {
                // the server ends a dead client's transactions when it notices; a commit that it has received it keeps
                while (MariaDb.number(url, "select count(*) from information_schema.processlist where db = database()")
                        > 1) {
                    Wait.pause(20);
                }
                return Aftermath.of(url, "tickmark", "tickmark", folder.resolve("data/documents"));
            }
        };
    }
}
