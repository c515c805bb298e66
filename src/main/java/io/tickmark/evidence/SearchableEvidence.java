package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of all engagements for whoever makes it searchable; statements do not grow with the documents. */
@Component
@Transactional(readOnly = true)
public class SearchableEvidence {

    /** Nothing is to be found in what is locked away, nor by anything that was taken out. */
    private static final String OPEN = " and d.state <> 'QUARANTINED' and d.state <> 'PURGED'";

    private final JdbcClient database;

    SearchableEvidence(JdbcClient database) {
        this.database = database;
    }

    /** Ids in a stable order, for going through all of them. */
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return database.sql("select id from document where id > ? order by id limit ?")
                .params(after == null ? "" : after.toString(), limit)
                .query((row, n) -> UUID.fromString(row.getString("id")))
                .list();
    }

    /** All documents of these requests. */
    public List<UUID> ofRequests(Collection<UUID> requests) {
        return requests.isEmpty()
                ? List.of()
                : database.sql("select id from document where request_id in (:requests)")
                        .param("requests", asText(requests))
                        .query((row, n) -> UUID.fromString(row.getString("id")))
                        .list();
    }

    /** Those of the documents that there are and in which something may be found, without their details. */
    List<SearchableDocument> outlines(Collection<UUID> ids) {
        return read(ids, false);
    }

    /** As {@link #outlines}, with their details. */
    public List<SearchableDocument> documents(Collection<UUID> ids) {
        return read(ids, true);
    }

    /** What there is to read in them; documents without text are left out. */
    public Map<UUID, String> texts(List<UUID> ids) {
        Map<UUID, String> texts = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.sql("select t.document_id, t.content from document_text t join document d on d.id = t.document_id"
                            + " where t.document_id in (:ids)" + OPEN)
                    .param("ids", asText(ids))
                    .query(row -> {
                        texts.put(UUID.fromString(row.getString("document_id")), row.getString("content"));
                    });
        }
        return texts;
    }

    private List<SearchableDocument> read(Collection<UUID> ids, boolean detailed) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> controls = lists(
                "select d.id, c.control_ref from document d join request_control c"
                        + " on c.request_id = d.request_id where d.id in (:ids) order by c.position_no",
                ids);
        Map<String, List<String>> readers = lists(
                "select d.id, r.person_id from document d join request_reader r"
                        + " on r.request_id = d.request_id where d.id in (:ids)",
                ids);
        Map<String, List<String>> details = detailed ? details(ids) : Map.of();
        return database.sql("select d.*, r.number_no, r.title as request_title, r.kind, r.owner_id, r.confidential"
                        + " from document d left join evidence_request r on r.id = d.request_id where d.id in (:ids)"
                        + OPEN)
                .param("ids", asText(ids))
                .query((row, n) -> {
                    String id = row.getString("id");
                    return document(
                            row,
                            controls.getOrDefault(id, List.of()),
                            readers.getOrDefault(id, List.of()),
                            details.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static SearchableDocument document(
            ResultSet row, List<String> controls, List<String> readers, List<String> details) throws SQLException {
        String request = row.getString("request_id");
        return new SearchableDocument(
                UUID.fromString(row.getString("id")),
                EngagementId.of(row.getString("engagement_id")),
                ClientId.of(row.getString("client_id")),
                request == null ? null : UUID.fromString(request),
                request == null ? null : "R-" + row.getInt("number_no"),
                row.getString("request_title"),
                row.getString("name"),
                row.getString("content_type"),
                row.getString("state").toLowerCase(Locale.ROOT),
                Audience.valueOf(row.getString("audience")),
                row.getBoolean("released"),
                person(row.getString("uploaded_by")),
                row.getTimestamp("uploaded_at").toLocalDateTime().toLocalDate(),
                day(row.getDate("covers_from")),
                day(row.getDate("covers_to")),
                row.getString("kind"),
                controls,
                person(row.getString("owner_id")),
                row.getBoolean("confidential"),
                readers.stream().map(PersonId::of).collect(Collectors.toUnmodifiableSet()),
                details);
    }

    private Map<String, List<String>> details(Collection<UUID> ids) {
        Map<String, List<String>> details = new LinkedHashMap<>(lists(
                "select document_id, title, author, camera from document_reading where document_id in (:ids)", ids));
        lists(
                        "select document_id, case when kind = 'mail' then content else name end from document_part"
                                + " where document_id in (:ids) order by position_no",
                        ids)
                .forEach((id, parts) -> details.merge(id, parts, SearchableEvidence::both));
        return details;
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What stands in the other columns, by the first one. */
    private Map<String, List<String>> lists(String sql, Collection<UUID> ids) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        database.sql(sql).param("ids", asText(ids)).query(row -> {
            for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                String said = row.getString(column);
                if (said != null && !said.isBlank()) {
                    lists.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                            .add(said);
                }
            }
        });
        return lists;
    }

    private static List<String> asText(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : PersonId.of(id);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
