package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.extraction.Extraction;
import io.tickmark.extraction.MalwareScanner.Scan;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.DatabaseTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What reading found, in tables of its own. */
@Component
class Readings {

    private static final int MET = 50;

    private final JdbcClient database;
    private final ReadingParts parts;
    private final EvidenceChanges changes;

    Readings(JdbcClient database, ReadingParts parts, EvidenceChanges changes) {
        this.database = database;
        this.parts = parts;
        this.changes = changes;
    }

    /** Puts it in the place of what an earlier reading found. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Document document, Extraction extraction, Scan scan, Instant at) {
        String id = document.id().toString();
        forget(id);
        Contents found = extraction.contents();
        Likeness likeness = found == null ? null : Likeness.of(found.text());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("document_id", id);
        row.put("client_id", document.client().toString());
        row.put("outcome", extraction.outcome().name());
        row.put("reason", extraction.reason());
        row.put("read_at", time(at));
        row.put("malware_detail", scan.detail());
        row.put("content_type", found == null ? null : found.contentType());
        row.put("title", found == null ? null : found.title());
        row.put("author", found == null ? null : found.author());
        row.put("created_at", found == null ? null : time(found.created()));
        row.put("modified_at", found == null ? null : time(found.modified()));
        row.put("captured_at", found == null ? null : time(found.captured()));
        row.put("camera", found == null ? null : found.camera());
        row.put("page_count", found == null ? null : found.pages());
        row.put("width_px", found == null ? null : found.width());
        row.put("height_px", found == null ? null : found.height());
        row.put("language_code", found == null ? null : found.language());
        row.put("encrypted", found != null && found.encrypted());
        row.put("macros", found != null && found.macros());
        row.put("entry_count", found == null ? 0 : found.entryCount());
        row.put("text_cut", found != null && !found.cut().isEmpty());
        row.put("likeness", likeness == null ? null : likeness.hex());
        database.sql("insert into document_reading (" + String.join(", ", row.keySet()) + ") values (:"
                        + String.join(", :", row.keySet()) + ")")
                .params(row)
                .update();
        parts.keep(document.id(), found);
        // also where nothing of the document itself changes: what is read again may read otherwise
        changes.note(document);
        if (found != null && !found.text().isEmpty()) {
            database.sql("insert into document_text (document_id, content) values (?, ?)")
                    .params(id, found.text())
                    .update();
        }
        if (likeness != null) {
            parts.keep(document.id(), document.client(), likeness);
        }
    }

    /** All of it: nothing that was in the document stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID document) {
        forget(document.toString());
        parts.keep(document, null);
    }

    private void forget(String id) {
        for (String table : List.of("document_reading", "document_text", "likeness_band")) {
            database.sql("delete from " + table + " where document_id = ?")
                    .param(id)
                    .update();
        }
    }

    /** What is known of one document, for its metadata; empty before it was read. */
    @Transactional(readOnly = true)
    public Optional<Reading> find(UUID document) {
        return database.sql("select * from document_reading where document_id = ?")
                .param(document.toString())
                .query((row, n) -> {
                    Integer pages = row.getObject("page_count", Integer.class);
                    return new Reading(
                            Extraction.Outcome.valueOf(row.getString("outcome")),
                            row.getString("reason"),
                            instant(row.getTimestamp("read_at")),
                            row.getString("malware_detail"),
                            row.getString("content_type"),
                            row.getString("title"),
                            row.getString("author"),
                            instant(row.getTimestamp("created_at")),
                            instant(row.getTimestamp("modified_at")),
                            instant(row.getTimestamp("captured_at")),
                            row.getString("camera"),
                            pages,
                            row.getObject("width_px", Integer.class),
                            row.getObject("height_px", Integer.class),
                            row.getString("language_code"),
                            row.getBoolean("encrypted"),
                            row.getBoolean("macros"),
                            row.getInt("entry_count"),
                            row.getBoolean("text_cut"));
                })
                .optional();
    }

    /** Other documents of the client whose texts may be alike, the likeliest first, at most fifty. */
    @Transactional(readOnly = true)
    public Map<UUID, Likeness> alike(ClientId client, UUID document, Likeness likeness) {
        long[] bands = likeness.bands();
        List<Object> values = new ArrayList<>(List.of(client.toString(), document.toString()));
        List<String> any = new ArrayList<>();
        for (int i = 0; i < bands.length; i++) {
            any.add("(b.band_no = ? and b.band_hash = ?)");
            values.add(i);
            values.add(bands[i]);
        }
        Map<UUID, Likeness> alike = new LinkedHashMap<>();
        database.sql("select r.document_id, r.likeness from document_reading r join (select b.document_id as met,"
                        + " count(*) as bands from likeness_band b where b.client_id = ? and b.document_id <> ? and ("
                        + String.join(" or ", any) + ") group by b.document_id order by bands desc limit " + MET
                        + ") m on m.met = r.document_id where r.likeness is not null order by m.bands desc, m.met")
                .params(values)
                .query((row, n) -> alike.put(
                        UUID.fromString(row.getString("document_id")), Likeness.parse(row.getString("likeness"))))
                .list();
        return alike;
    }

    /** The text of a workbook or a delimited list, cells with tabs between; empty when it was not read to its end. */
    @Transactional(readOnly = true)
    public Optional<String> wholeTable(UUID document) {
        return database.sql("select t.content from document_text t join document_reading r"
                        + " on r.document_id = t.document_id where t.document_id = ? and r.outcome = 'READ'"
                        + " and r.text_cut = false and exists (select 1 from document_part p"
                        + " where p.document_id = t.document_id and p.kind = 'sheet')")
                .param(document.toString())
                .query(String.class)
                .optional();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : DatabaseTime.of(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : DatabaseTime.instant(time);
    }
}
