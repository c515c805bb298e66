package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes, read with the reader's side in the query: what is internal to the other side is not even counted. Who sees what
 * they are about is asked before.
 */
@Component
class Notes {

    private static final String READ = "select id, shared, of_firm, request_id, document_id, writer, written_at, note"
            + " from request_note where (shared = true or of_firm = :ofFirm) and client_id = :client and ";

    private final JdbcClient database;
    private final Clock clock;

    Notes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those about the request, and those about its documents, the oldest first. */
    @Transactional(readOnly = true)
    public List<Note> ofRequest(Actor reader, EvidenceRequest request) {
        return read(
                "request_id = :about order by seq_no", reader, request.client().toString(), request.id());
    }

    /** Those about any request and any document of the engagement, the oldest first. */
    @Transactional(readOnly = true)
    public List<Note> ofEngagement(Actor reader, EngagementId engagement, ClientId client) {
        return read("engagement_id = :about order by seq_no", reader, client.toString(), engagement.value());
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<Note> ofDocument(Actor reader, Document document) {
        return read(
                "document_id = :about order by seq_no",
                reader,
                document.client().toString(),
                document.id());
    }

    private List<Note> read(String which, Actor reader, String client, UUID about) {
        return database.sql(READ + which)
                .param("ofFirm", reader.ofTheFirm())
                .param("client", client)
                .param("about", about.toString())
                .query((row, n) -> new Note(
                        UUID.fromString(row.getString("id")),
                        row.getBoolean("shared") ? Note.SHARED : Note.INTERNAL,
                        row.getBoolean("of_firm") ? "firm" : "client",
                        id(row.getString("request_id")),
                        id(row.getString("document_id")),
                        row.getString("writer"),
                        row.getTimestamp("written_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                        row.getString("note")))
                .list();
    }

    /** @param request null where the document answers none; one of both is there */
    @Transactional(propagation = Propagation.MANDATORY)
    public Note write(
            Actor writer, @Nullable EvidenceRequest request, @Nullable Document document, String kind, String text) {
        Note note = new Note(
                UUID.randomUUID(),
                kind,
                Note.side(writer),
                request != null ? (UUID) request.id() : document == null ? null : document.request(),
                document == null ? null : document.id(),
                writer.name(),
                clock.instant(),
                text);
        String engagement = document != null
                ? document.engagement().toString()
                : request == null ? "" : request.engagement().toString();
        String client = document != null
                ? document.client().toString()
                : request == null ? "" : request.client().toString();
        database.sql("insert into request_note (id, engagement_id, client_id, request_id, document_id, shared, of_firm,"
                        + " written_by, writer, written_at, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        note.id().toString(),
                        engagement,
                        client,
                        note.request() == null ? null : note.request().toString(),
                        note.document() == null ? null : note.document().toString(),
                        kind.equals(Note.SHARED),
                        writer.ofTheFirm(),
                        writer.id().toString(),
                        writer.name(),
                        Timestamp.valueOf(LocalDateTime.ofInstant(note.at(), ZoneOffset.UTC)),
                        text))
                .update();
        return note;
    }

    /** That it was written, and by which side; its words are not for everybody who reads the trail. */
    static Map<String, @Nullable Object> facts(Note note) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("note", note.id());
        facts.put("kind", note.kind());
        facts.put("side", note.side());
        facts.put("request", note.request());
        facts.put("document", note.document());
        return facts;
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
