package io.tickmark.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Flyway V01: runs the create scripts that ship inside the engine's jar, with utf8mb4 so that emoji in a variable fit. */
@Component
final class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("01");
    }

    @Override
    public String getDescription() {
        return "process engine 7.24.0";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 72400;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        String dialect = product.equals("H2") ? "h2" : "mysql";
        if (dialect.equals("h2")) {
            // our own migrations say datetime, which H2 knows only in its MySQL mode
            try (var statement = connection.createStatement()) {
                statement.execute("create domain if not exists datetime as timestamp(0)");
                // a first start that is cut off begins anew, so not each table has to be on the disk at once; not said
                // earlier, since each connection that the pool opens says its own
                statement.execute("set write_delay 500");
            }
        }
        if (dialect.equals("mysql")) {
            // tables made from here on; binary, so that names compare as they do on H2 and in the engine's tables
            try (var statement = connection.createStatement()) {
                statement.execute("alter database character set utf8mb4 collate utf8mb4_bin");
            }
        }
        for (String part : PARTS) {
            var script = new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql");
            String sql = script.getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?i)CHARSET=UTF8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin");
            ScriptUtils.executeSqlScript(
                    connection,
                    new EncodedResource(
                            new ByteArrayResource(sql.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        }
    }
}
