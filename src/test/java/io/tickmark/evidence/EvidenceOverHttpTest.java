package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.back;
import static io.tickmark.evidence.EvidenceWorld.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.evidence.EvidenceWorld.Sent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvidenceOverHttpTest extends OverHttp {

    @Test
    void evidenceIsAskedForGivenAndAccepted() {
        String id = world.asked("DOCUMENT", "ORG-01", "ORG-02");
        JsonNode raised = world.request(OWNER, id);
        assertThat(raised.path("reference").asString()).isEqualTo("R-1");
        assertThat(raised.path("state").asString()).isEqualTo("open");
        assertThat(raised.path("owner").asString()).isEqualTo(world.audit.name(OWNER));
        JsonNode task = world.task(OWNER, "ProvideEvidence", id);
        assertThat(task.path("subject").asString()).isEqualTo("R-1 Give us the DOCUMENT 📎");
        assertThat(task.path("assignee").asString()).isEqualTo(world.audit.name(OWNER));
        assertThat(task.path("data").path("request").path("controls").asString())
                .isEqualTo("ORG-01, ORG-02");

        JsonNode document = world.given(id, "minutes 📎.txt", "All present");
        assertThat(world.state(id)).isEqualTo("in_progress");
        assertThat(world.task(OWNER, "ProvideEvidence", id).path("data").path("files"))
                .hasSize(1);
        world.done(OWNER, "ProvideEvidence", id, files(document));
        assertThat(world.state(id)).isEqualTo("submitted");

        JsonNode review = world.task(STAFF, "ReviewEvidence", id).path("data");
        assertThat(review.path("files").path(0).path("documentId").asString())
                .isEqualTo(document.path("id").asString());
        world.done(STAFF, "ReviewEvidence", id, ACCEPT);
        JsonNode accepted = world.request(OWNER, id);
        assertThat(accepted.path("state").asString()).isEqualTo("accepted");
        assertThat(accepted.path("documents").path(0).path("state").asString()).isEqualTo("accepted");
        assertThat(requests.accepted(world.engagement(), "ORG-02"))
                .extracting(given -> given.document().name())
                .containsExactly("minutes 📎.txt");
        assertThat(requests.openCount(world.engagement())).isZero();
        assertThat(world.trail())
                .containsSubsequence("request-raised", "document-received", "evidence-provided", "evidence-accepted");
    }

    @Test
    void aReturnedDocumentIsRequestedAgain() {
        String id = world.asked("DOCUMENT", "ORG-01");
        JsonNode wrong = world.given(id, "2019.txt", "Old");
        world.done(OWNER, "ProvideEvidence", id, files(wrong));
        JsonNode review = world.task(STAFF, "ReviewEvidence", id);
        var withoutNote = world.audit.complete(
                STAFF, review, Map.of("evidenceDecision", "return", "returnReason", "wrong-period"));
        assertThat(withoutNote.status()).isEqualTo(422);
        assertThat(withoutNote.errorFields()).contains("returnNote");
        world.done(STAFF, "ReviewEvidence", id, back("wrong-period", "We need 2026 🙏"));

        JsonNode returned = world.request(OWNER, id);
        assertThat(returned.path("state").asString()).isEqualTo("returned");
        assertThat(returned.path("reasons").path(0).path("note").asString()).isEqualTo("We need 2026 🙏");
        assertThat(returned.path("documents").path(0).path("state").asString()).isEqualTo("returned");
        JsonNode again = world.task(OWNER, "ProvideEvidence", id).path("data");
        assertThat(again.path("request").path("lastReason").asString())
                .isEqualTo("It is for another period: We need 2026 🙏");
        assertThat(again.path("files")).isEmpty();

        world.done(OWNER, "ProvideEvidence", id, files(world.given(id, "2026.txt", "New")));
        world.done(STAFF, "ReviewEvidence", id, ACCEPT);
        assertThat(world.request(STAFF, id).path("documents").valueStream())
                .extracting(d -> d.path("state").asString())
                .containsExactly("returned", "accepted");
    }

    @Test
    void whatWasOnlyIncompleteStaysInTheOwnersForm() {
        String id = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", id, files(world.given(id, "first half.txt", "1")));
        world.done(STAFF, "ReviewEvidence", id, back("incomplete", "And the rest?"));
        JsonNode prefilled =
                world.task(OWNER, "ProvideEvidence", id).path("data").path("files");
        assertThat(prefilled).hasSize(1);
        JsonNode rest = world.given(id, "second half.txt", "2");
        world.done(OWNER, "ProvideEvidence", id, files(prefilled.path(0), rest));
        assertThat(world.task(STAFF, "ReviewEvidence", id).path("data").path("files"))
                .hasSize(2);
    }

    @Test
    void theClientReviewsBeforeTheAuditorSees() {
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("clientReview", true);
        String id = world.raised(asking).path("id").asString();
        JsonNode draft = world.given(id, "draft.txt", "Not for the auditor yet");
        String content = "/api/documents/" + draft.path("id").asString() + "/content";
        world.done(OWNER, "ProvideEvidence", id, files(draft));
        assertThat(world.state(id)).isEqualTo("client_review");
        assertThat(world.get(COMPLIANCE, content).status()).isEqualTo(200);
        assertThat(world.get(STAFF, content).status()).isEqualTo(404);
        assertThat(world.request(STAFF, id).path("documents")).isEmpty();

        world.done(
                COMPLIANCE, "ReviewInternally", id, Map.of("internalDecision", "return", "internalReason", "Names!"));
        assertThat(world.request(OWNER, id).path("reasons").path(0).path("note").asString())
                .isEqualTo("Names!");
        assertThat(world.request(STAFF, id).path("reasons")).isEmpty();
        assertThat(world.state(id)).isEqualTo("in_progress");
        world.done(OWNER, "ProvideEvidence", id, files(world.given(id, "final.txt", "Clean")));
        world.done(COMPLIANCE, "ReviewInternally", id, Map.of("internalDecision", "release"));
        assertThat(world.state(id)).isEqualTo("submitted");
        assertThat(world.task(STAFF, "ReviewEvidence", id).path("data").path("files"))
                .hasSize(1);
    }

    @Test
    void anObservationIsTheAuditorsOwnEvidence() {
        String id = world.asked("OBSERVATION", "ORG-01");
        world.done(
                OWNER,
                "ArrangeObservation",
                id,
                Map.of("observationDate", world.today().toString(), "place", "Hall 🏛"));
        JsonNode task = world.task(STAFF, "RecordObservation", id);
        assertThat(task.path("data").path("place").asString()).isEqualTo("Hall 🏛");
        var photo = world.upload(
                STAFF, "/api/tasks/" + task.path("id").asString() + "/documents", Sent.of("notes.txt", "seen"));
        assertThat(photo.status()).as("%s", photo).isEqualTo(201);
        assertThat(photo.json().path(0).path("madeBy").asString()).isEqualTo("auditor");
        assertThat(world.get(OWNER, photo.json().path(0).path("endpoint").asString())
                        .status())
                .isEqualTo(404);
        Map<String, Object> data = files(photo.json().path(0));
        data.put("observed", "They did it 👀");
        data.put("observedOn", world.today().plusDays(3).toString());
        assertThat(world.audit.complete(STAFF, task, data).errorFields()).containsExactly("observedOn");
        data.put("observedOn", world.today().toString());
        world.done(STAFF, "RecordObservation", id, data);
        assertThat(world.state(id)).isEqualTo("accepted");
        assertThat(requests.accepted(world.engagement(), "ORG-01"))
                .extracting(given -> given.document().name())
                .containsExactly("notes.txt", "Observation R-1.txt");
    }

    @Test
    void whoeverProvidedEvidenceCannotReviewIt() {
        String id = world.asked("DOCUMENT", "ORG-01");
        JsonNode document = world.given(id, "minutes.txt", "All present");
        world.done(OWNER, "ProvideEvidence", id, files(document));
        // as if this person had been the owner before joining the firm
        String reviewer =
                people.named(world.audit.name(STAFF)).orElseThrow().id().toString();
        database.sql("update document set uploaded_by = ? where id = ?")
                .params(reviewer, document.path("id").asString())
                .update();
        var refused = world.audit.complete(STAFF, world.task(STAFF, "ReviewEvidence", id), ACCEPT);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields()).containsExactly("evidenceDecision");
        assertThat(world.state(id)).isEqualTo("submitted");
    }
}
