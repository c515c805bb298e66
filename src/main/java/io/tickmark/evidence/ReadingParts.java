package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.kernel.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a document has many of: sheets, headers, entries, and the bands of its fingerprint. */
@Component
class ReadingParts {

    static final String SHEET = "sheet";
    static final String MAIL = "mail";
    static final String ENTRY = "entry";

    private final JdbcTemplate database;

    ReadingParts(JdbcTemplate database) {
        this.database = database;
    }

    /** @param amount rows of a sheet, bytes of an entry */
    record Part(
            String kind,
            String name,
            @Nullable String content,
            @Nullable Long amount) {}

    void keep(UUID document, @Nullable Contents found) {
        database.update("delete from document_part where document_id = ?", document.toString());
        if (found == null) {
            return;
        }
        List<Part> parts = new ArrayList<>();
        found.sheets().forEach(sheet -> parts.add(new Part(SHEET, sheet.name(), null, (long) sheet.rows())));
        found.mail().forEach(header -> parts.add(new Part(MAIL, header.name(), header.text(), null)));
        found.entries().forEach(entry -> parts.add(new Part(ENTRY, entry.name(), null, entry.size())));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            rows.add(new @Nullable Object[] {
                document.toString(), part.kind(), i + 1, part.name(), part.content(), part.amount()
            });
        }
        database.batchUpdate(
                "insert into document_part (document_id, kind, position_no, name, content, amount)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    void keep(UUID document, ClientId client, Likeness likeness) {
        long[] bands = likeness.bands();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < bands.length; i++) {
            rows.add(new Object[] {document.toString(), i, client.toString(), bands[i]});
        }
        database.batchUpdate(
                "insert into likeness_band (document_id, band_no, client_id, band_hash) values (?, ?, ?, ?)", rows);
    }

    /** In their order. */
    List<Part> of(UUID document) {
        return database.query(
                "select kind, name, content, amount from document_part where document_id = ? order by position_no",
                (row, n) -> new Part(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("content"),
                        row.getObject("amount", Long.class)),
                document.toString());
    }

    /** Its sheets; empty where it has none, or was not read yet. */
    List<Contents.Sheet> sheets(UUID document) {
        return of(document).stream()
                .filter(part -> part.kind().equals(SHEET))
                .map(part -> new Contents.Sheet(
                        part.name(), part.amount() == null ? 0 : part.amount().intValue()))
                .toList();
    }
}
