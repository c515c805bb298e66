package io.tickmark.evidence;

import io.tickmark.kernel.Sha256;
import io.tickmark.scoping.EvidenceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The firm's request templates, and the one that comes with the product; two statements read them all. */
@Component
class TemplateTable {

    private static final String FILE = "catalogue/request-template.csv";
    private static final String SHIPPED = "SOC 2, first requests";

    private final JdbcClient database;
    private final RequestTemplate shipped;

    TemplateTable(JdbcClient database) {
        this.database = database;
        try {
            List<RequestTemplate.Line> lines =
                    TemplateLines.read(new ClassPathResource(FILE).getContentAsByteArray()).stream()
                            .map(read -> Objects.requireNonNull(read.line()))
                            .toList();
            UUID id = UUID.nameUUIDFromBytes(FILE.getBytes(StandardCharsets.UTF_8));
            this.shipped = new RequestTemplate(id, SHIPPED, true, lines, 0);
        } catch (IOException broken) {
            throw new UncheckedIOException("The request template of the product cannot be read", broken);
        }
    }

    /** The product's first, then the firm's by their names. */
    @Transactional(readOnly = true)
    public List<RequestTemplate> all() {
        Map<String, List<RequestTemplate.Line>> lines = new HashMap<>();
        database.sql("select template_id, title, kind, criteria, due_days, client_review from request_template_line"
                        + " order by template_id, position_no")
                .query(row -> {
                    lines.computeIfAbsent(row.getString("template_id"), id -> new ArrayList<>())
                            .add(line(row));
                });
        List<RequestTemplate> all = new ArrayList<>(List.of(shipped));
        all.addAll(database.sql("select id, name, version from request_template order by name, id")
                .query((row, n) -> new RequestTemplate(
                        UUID.fromString(row.getString("id")),
                        row.getString("name"),
                        false,
                        lines.getOrDefault(row.getString("id"), List.of()),
                        row.getInt("version")))
                .list());
        return all;
    }

    @Transactional(readOnly = true)
    public Optional<RequestTemplate> find(UUID id) {
        return all().stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** Keeps others from changing it until the transaction ends; read it after that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID id) {
        database.sql("select id from request_template where id = ? for update")
                .param(id.toString())
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<RequestTemplate> named(String name) {
        return all().stream()
                .filter(template -> hash(template.name()).equals(hash(name)))
                .findFirst();
    }

    /** Puts it in the place of one with its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(RequestTemplate template) {
        remove(template.id());
        String id = template.id().toString();
        database.sql("insert into request_template (id, name, name_hash, version) values (?, ?, ?, ?)")
                .params(id, template.name(), hash(template.name()), template.version())
                .update();
        int position = 0;
        for (RequestTemplate.Line line : template.lines()) {
            database.sql("insert into request_template_line (template_id, position_no, title, kind, criteria, due_days,"
                            + " client_review) values (:id, :position, :title, :kind, :criteria, :days, :review)")
                    .param("id", id)
                    .param("position", ++position)
                    .param("title", line.title())
                    .param("kind", line.kind().name())
                    .param("criteria", String.join(";", line.criteria()))
                    .param("days", line.dueDays())
                    .param("review", line.clientReview())
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {
        database.sql("delete from request_template_line where template_id = ?")
                .param(id.toString())
                .update();
        database.sql("delete from request_template where id = ?")
                .param(id.toString())
                .update();
    }

    private static String hash(String name) {
        return Sha256.hex(name.toLowerCase(Locale.ROOT));
    }

    private static RequestTemplate.Line line(ResultSet row) throws SQLException {
        return new RequestTemplate.Line(
                row.getString("title"),
                EvidenceKind.valueOf(row.getString("kind")),
                List.of(row.getString("criteria").split(";")),
                row.getObject("due_days", Integer.class),
                row.getBoolean("client_review"));
    }
}
