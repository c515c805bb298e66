package io.tickmark.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is or was deployed, to be read; the engine has no query for forms, nor one for all kinds at once. */
@Component
@Transactional(readOnly = true)
public class DeployedModels {

    private static final String MODELS = """
            select m.*, d.DEPLOY_TIME_, (select count(*) from ACT_RU_EXECUTION e
                where e.PROC_DEF_ID_ = m.ID_ and e.PARENT_ID_ is null) as INSTANCES
            from (select 'process' as KIND, ID_, KEY_, NAME_, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_
                from ACT_RE_PROCDEF
                union all select 'decision', ID_, KEY_, NAME_, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_
                from ACT_RE_DECISION_DEF
                union all select 'form', ID_, KEY_, null, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_
                from ACT_RE_CAMFORMDEF) m
            join ACT_RE_DEPLOYMENT d on d.ID_ = m.DEPLOYMENT_ID_
            """;

    private final JdbcClient database;
    private final RepositoryService repository;

    DeployedModels(JdbcClient database, RepositoryService repository) {
        this.database = database;
        this.repository = repository;
    }

    /** A place in the list of all models: those after it were deployed earlier, or come later in their bundle. */
    public record Place(Instant deployedAt, ModelKind kind, String key) {}

    /** All versions of everything, the newest bundle first; processes before forms before decisions, then by key. */
    public List<DeployedModel> newest(@Nullable Place after, int rows) {
        String sorted = " order by d.DEPLOY_TIME_ desc, m.KIND desc, m.KEY_ limit ?";
        if (after == null) {
            return database.sql(MODELS + sorted)
                    .param(rows)
                    .query(DeployedModels::read)
                    .list();
        }
        Timestamp at = Timestamp.from(after.deployedAt());
        String kind = after.kind().word();
        return database.sql(MODELS + " where d.DEPLOY_TIME_ < ? or (d.DEPLOY_TIME_ = ? and (m.KIND < ?"
                        + " or (m.KIND = ? and m.KEY_ > ?)))" + sorted)
                .params(at, at, kind, kind, after.key(), rows)
                .query(DeployedModels::read)
                .list();
    }

    /**
     * The versions of one model, the newest first; none when nothing has this key. Where a process and a form share a
     * key it names the process.
     */
    public List<DeployedModel> versions(String key) {
        List<DeployedModel> all = database.sql(MODELS + " where m.KEY_ = ? order by m.KIND desc, m.VERSION_ desc")
                .param(key)
                .query(DeployedModels::read)
                .list();
        return all.stream().filter(model -> model.kind() == all.get(0).kind()).toList();
    }

    public Optional<DeployedModel> version(String key, int version) {
        return versions(key).stream()
                .filter(model -> model.version() == version)
                .findFirst();
    }

    /** The file as it was deployed: XML of a process or a decision, JSON of a form. */
    public byte[] content(DeployedModel model) {
        try (InputStream in = repository.getResourceAsStream(model.bundle(), model.file())) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("The model " + model.file() + " cannot be read", broken);
        }
    }

    private static DeployedModel read(ResultSet row, int index) throws SQLException {
        return new DeployedModel(
                ModelKind.of(row.getString("KIND")),
                row.getString("KEY_"),
                row.getInt("VERSION_"),
                row.getString("NAME_"),
                row.getInt("INSTANCES"),
                row.getString("RESOURCE_NAME_"),
                row.getString("DEPLOYMENT_ID_"),
                row.getTimestamp("DEPLOY_TIME_").toInstant());
    }
}
