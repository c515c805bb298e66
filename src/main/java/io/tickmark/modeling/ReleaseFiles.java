package io.tickmark.modeling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts that releases change, and those that versions of the product brought. */
@Component
class ReleaseFiles {

    private final JdbcClient database;

    ReleaseFiles(JdbcClient database) {
        this.database = database;
    }

    void keep(UUID release, List<FileChange> changes) {
        changes.forEach(change -> database.sql("insert into model_release_file"
                        + " (release_id, file_name, change_kind, content) values (?, ?, ?, ?)")
                .param(release.toString())
                .param(change.name())
                .param(change.kind().name())
                .param(change.content())
                .update());
    }

    List<FileChange> of(UUID release) {
        return database.sql("select file_name, change_kind, content from model_release_file"
                        + " where release_id = ? order by file_name")
                .param(release.toString())
                .query((row, n) -> new FileChange(
                        row.getString("file_name"),
                        ChangeKind.valueOf(row.getString("change_kind")),
                        row.getBytes("content")))
                .list();
    }

    boolean knowsProduct(String fingerprint) {
        return database.sql("select count(*) from product_model where fingerprint = ?")
                        .param(fingerprint)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void keepProduct(String fingerprint, ModelSet models) {
        models.files().forEach((name, content) -> database.sql(
                        "insert into product_model (fingerprint, file_name, content) values (?, ?, ?)")
                .params(fingerprint, name, content)
                .update());
    }

    ModelSet product(String fingerprint) {
        Map<String, byte[]> files = new TreeMap<>();
        database.sql("select file_name, content from product_model where fingerprint = ?")
                .param(fingerprint)
                .query(row -> {
                    files.put(row.getString("file_name"), row.getBytes("content"));
                });
        return ModelSet.of(files);
    }
}
