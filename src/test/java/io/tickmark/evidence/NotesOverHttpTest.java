package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is internal to one side is never the other's to read, and never becomes anything else. */
class NotesOverHttpTest extends OverHttp {

    private String request;

    @BeforeEach
    void anOpenRequest() {
        request = world.asked("DOCUMENT", "ORG-01");
    }

    private String path() {
        return "/api/requests/" + request + "/notes";
    }

    private JsonNode write(String role, String path, String kind, String text) {
        Answer answer = world.audit.post(role, path, Map.of("kind", kind, "text", text));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body();
    }

    private List<String> read(String role, String path) {
        EvidenceWorld.Reply reply = world.get(role, path);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json()
                .path("items")
                .valueStream()
                .map(note -> note.path("side").asString() + " "
                        + note.path("kind").asString() + " " + note.path("text").asString())
                .toList();
    }

    @Test
    @Tag("database")
    void eachSideHasItsOwnNotesAndBothReadWhatIsShared() {
        write(STAFF, path(), "internal", "Looks thin 🧐");
        write(STAFF, path(), "shared", "Please add the dates");
        write(OWNER, path(), "internal", "Where is last year's?");
        write(COMPLIANCE, path(), "shared", "It follows on Monday");
        assertThat(read(MANAGER, path()))
                .containsExactly(
                        "firm internal Looks thin 🧐",
                        "firm shared Please add the dates",
                        "client shared It follows on Monday");
        assertThat(read(COMPLIANCE, path()))
                .containsExactly(
                        "firm shared Please add the dates",
                        "client internal Where is last year's?",
                        "client shared It follows on Monday");
        String trail = world.get(MANAGER, "/api/engagements/" + world.audit.engagement + "/trail?limit=200")
                .toString();
        assertThat(trail).contains("note-written").doesNotContain("Where is last year's?", "Looks thin");
    }

    @Test
    void aNoteIsNeverChangedIntoAnotherKind() {
        JsonNode note = write(STAFF, path(), "internal", "Only for us");
        String one = path() + "/" + note.path("id").asString();
        for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
            assertThat(world.call(
                                    STAFF,
                                    method,
                                    one,
                                    Map.of("Content-Type", "application/json"),
                                    "{\"kind\":\"shared\"}".getBytes(StandardCharsets.UTF_8))
                            .status())
                    .as(method)
                    .isIn(404, 405);
        }
        assertThat(read(COMPLIANCE, path())).isEmpty();
    }

    @Test
    void forWhomANoteIsMustBeSaid() {
        Answer silent = world.audit.post(STAFF, path(), Map.of("text", "For whom?"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.errorFields()).containsExactly("kind");
        Answer wrong = world.audit.post(STAFF, path(), Map.of("kind", "public", "text", " "));
        assertThat(wrong.errorFields()).containsExactlyInAnyOrder("kind", "text");
        // fields that are not the writer's to say
        Answer forged = world.audit.post(
                OWNER, path(), Map.of("kind", "internal", "text", "x", "side", "firm", "by", "somebody else"));
        assertThat(forged.status()).isIn(201, 400);
        assertThat(read(MANAGER, path())).isEmpty();
    }

    @Test
    void notesOfADocumentAreForThoseWhoSeeIt() {
        Map<String, Object> held = world.asking("DOCUMENT", "ORG-01");
        held.put("clientReview", true);
        request = world.raised(held).path("id").asString();
        String document = world.given(request, "a.txt", "text").path("id").asString();
        String notes = "/api/documents/" + document + "/notes";
        write(COMPLIANCE, notes, "shared", "Not sent to the auditor yet");
        write(COMPLIANCE, notes, "internal", "Check page 2");
        assertThat(world.get(STAFF, notes).status()).isEqualTo(404);
        assertThat(read(STAFF, path())).as("the document is not released").isEmpty();
        assertThat(read(OWNER, path())).hasSize(2);
        assertThat(read(OWNER, notes)).hasSize(2);
    }

    @Test
    void nobodyWithoutAPartInTheAuditWritesOrReadsOne() {
        write(STAFF, path(), "shared", "For the client");
        EvidenceWorld other = anotherWorld();
        for (String role : List.of(OWNER, COMPLIANCE)) {
            assertThat(other.get(role, path()).status()).as(role).isEqualTo(404);
            assertThat(other.audit
                            .post(role, path(), Map.of("kind", "shared", "text", "x"))
                            .status())
                    .as(role)
                    .isEqualTo(404);
        }
        // of the firm, and of another team
        assertThat(other.get(STAFF, path()).status()).isEqualTo(404);
        assertThat(other.audit
                        .post(MANAGER, path(), Map.of("kind", "shared", "text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(read(OWNER, path())).hasSize(1);
    }
}
