package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.AuditWorld.Answer;
import io.tickmark.evidence.EvidenceWorld.Sent;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.Retention;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReuseOverHttpTest extends OverHttp {

    private static final String PARTNER = "audit-partner";

    @Autowired
    Documents documents;

    @Autowired
    DocumentRepository table;

    @Autowired
    Retentions retentions;

    @Autowired
    RetainDocuments retain;

    private String first;
    private String other;
    private String request;

    /** Accepted in one engagement, and asked for in another of the same client. */
    @BeforeEach
    void twoEngagementsOfOneClient() {
        String asked = world.asked("DOCUMENT", "ORG-01");
        JsonNode given = world.given(asked, "policy 📎.txt", "Everybody signs the code of conduct");
        first = given.path("id").asString();
        Map<String, Object> provided = new HashMap<>(files(given));
        provided.put("coversFrom", "2026-01-01");
        provided.put("coversTo", "2026-12-31");
        world.done(OWNER, "ProvideEvidence", asked, provided);
        world.done(STAFF, "ReviewEvidence", asked, ACCEPT);
        other = engagement(world);
        request = asked(other, "2026-01-01", "2026-12-31");
    }

    @Test
    @Tag("database")
    void whatOneEngagementAcceptedServesAnother() {
        JsonNode offered = offered(OWNER);
        assertThat(offered).hasSize(1);
        assertThat(offered.path(0).path("id").asString()).isEqualTo(first);
        long bytes = bytesKept();

        JsonNode given = give(OWNER, first, 201);
        assertThat(given.path("request").asString()).isEqualTo(request);
        assertThat(given.path("engagement").asString()).isEqualTo(other);
        assertThat(given.path("sameAs").path("document").asString()).isEqualTo(first);
        String id = given.path("id").asString();
        assertThat(bytesKept()).isEqualTo(bytes);
        assertThat(store.size(new DocumentKey(io.tickmark.kernel.EngagementId.of(other), UUID.fromString(id))))
                .as("kept once")
                .isEmpty();
        assertThat(world.get(STAFF, "/api/documents/" + id + "/content").bytes())
                .asString(StandardCharsets.UTF_8)
                .contains("code of conduct");
        assertThat(offered(OWNER)).isEmpty();
        give(OWNER, first, 409);

        JsonNode received = entry(other, "document-received");
        assertThat(received.path("sameAs").asString()).isEqualTo(first);
        assertThat(received.path("ofEngagement").asString()).isEqualTo(world.audit.engagement);
        assertThat(entry(world.audit.engagement, "document-reused")
                        .path("toDocument")
                        .asString())
                .isEqualTo(id);
        byte[] binder =
                world.get(MANAGER, "/api/engagements/" + other + "/binder").bytes();
        assertThat(new String(binder, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("manifest.json");
        assertThat(io.tickmark.Wait.soon(() -> world.get(STAFF, "/api/documents/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("read")))
                .as("it is read and looked at as any other")
                .isTrue();
    }

    @Test
    void itsWindowHasToFit() {
        request = asked(other, "2026-06-01", "2026-06-30");
        give(OWNER, first, 201);
        request = asked(other, "2025-07-01", "2026-06-30");
        assertThat(offered(OWNER)).isEmpty();
        assertThat(give(OWNER, first, 422).toString()).contains("2026-01-01 to 2026-12-31", "2025-07-01");
    }

    @Test
    void onlyTheClientGivesItAndOnlyWhatItSeesThere() {
        give(STAFF, first, 403);
        give(MANAGER, first, 403);
        assertThat(world.get(MANAGER, "/api/requests/" + request + "/reusable").status())
                .isEqualTo(403);
        EvidenceWorld others = anotherWorld();
        assertThat(others.audit
                        .post(COMPLIANCE, "/api/requests/" + request + "/reuse", Map.of("document", first))
                        .status())
                .isEqualTo(404);
        String theirs = others.asked("DOCUMENT", "ORG-01");
        assertThat(others.audit
                        .post(COMPLIANCE, "/api/requests/" + theirs + "/reuse", Map.of("document", first))
                        .status())
                .as("another client's document")
                .isEqualTo(404);
        assertThat(others.get(COMPLIANCE, "/api/requests/" + theirs + "/reusable")
                        .json()
                        .path("items"))
                .isEmpty();
        world.audit.appoint(Map.of(OWNER, List.of(world.audit.name(COMPLIANCE))));
        give(OWNER, first, 404);
        assertThat(offered(OWNER)).as("no longer of the first one's team").isEmpty();
        assertThat(world.upload(OWNER, uploads(request), Sent.of("same.txt", "Everybody signs the code of conduct"))
                        .status())
                .as("the same bytes are hidden there, and no hindrance here")
                .isEqualTo(201);
        request = asked(other, "2026-01-01", "2026-12-31");
        give(COMPLIANCE, first, 201);
    }

    @Test
    void onlyWhatWasAcceptedServes() {
        String open = world.asked("DOCUMENT", "ORG-02");
        String unreviewed = world.given(open, "draft.txt", "not yet").path("id").asString();
        assertThat(give(OWNER, unreviewed, 409).toString()).contains("accepted");
        give(OWNER, UUID.randomUUID().toString(), 404);
    }

    @Test
    @Tag("database")
    void theBytesAreKeptAsTheStricterOfBothFilesAsks() {
        String id = give(OWNER, first, 201).path("id").asString();
        Document origin = table.findById(UUID.fromString(first)).orElseThrow();
        Document again = table.findById(UUID.fromString(id)).orElseThrow();
        retain.run();
        assertThat(retentions.told(again.id())).isPresent();
        assertThat(retentions.asked(origin).retention().mode()).isEqualTo(Retention.Mode.GOVERNANCE);

        world.audit.put(PARTNER, "/api/engagements/" + other + "/legal-hold", Map.of("on", true, "reason", "A court"));
        assertThat(retentions.asked(origin).held()).isTrue();
        assertThatThrownBy(() -> documents.erase(origin.id())).hasMessageContaining("legal hold");
        world.audit.put(
                PARTNER, "/api/engagements/" + other + "/legal-hold", Map.of("on", false, "reason", "It is over"));

        database.sql("insert into file_lock (engagement_id, locked_at, head_seq, head_hash) values (?, ?, 1, 'h')")
                .params(other, Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC)))
                .update();
        assertThat(retentions.asked(origin).retention().mode()).isEqualTo(Retention.Mode.COMPLIANCE);
        assertThat(retentions.asked(again).retention().mode()).isEqualTo(Retention.Mode.COMPLIANCE);
        assertThatThrownBy(() -> documents.erase(origin.id())).hasMessageContaining("locked");
        retain.run();
        assertThat(retentions.told(origin.id())).isPresent();
    }

    @Test
    void whatServesAnotherEngagementIsTakenOutThereFirst() {
        String id = give(OWNER, first, 201).path("id").asString();
        Map<String, String> mistake = Map.of("reason", "The wrong one");
        String origin = "/api/documents/" + first + "/purge";
        assertThat(world.audit.post(OWNER, origin, mistake).status()).isEqualTo(409);

        String again = "/api/documents/" + id + "/purge";
        assertThat(world.audit.post(OWNER, again, mistake).status()).isEqualTo(200);
        assertThat(world.audit.post(MANAGER, again + "/agree", Map.of()).status())
                .isEqualTo(200);
        assertThat(world.get(STAFF, "/api/documents/" + id + "/content").status())
                .isEqualTo(404);
        assertThat(world.get(STAFF, "/api/documents/" + first + "/content").status())
                .as("the first one's bytes stay")
                .isEqualTo(200);

        assertThat(world.audit.post(OWNER, origin, mistake).status()).isEqualTo(200);
        assertThat(world.audit.post(PARTNER, origin + "/agree", Map.of()).status())
                .isEqualTo(200);
        assertThat(store.size(new DocumentKey(world.engagement(), UUID.fromString(first))))
                .isEmpty();
    }

    private String engagement(EvidenceWorld here) {
        Map<String, Object> team = new LinkedHashMap<>();
        for (String role : List.of(
                PARTNER, MANAGER, "audit-senior", STAFF, "quality-reviewer", "client-sponsor", COMPLIANCE, OWNER)) {
            team.put(role, here.audit.name(role));
        }
        Answer created = here.audit.post(
                MANAGER, "/api/engagements", Map.of("client", here.audit.client.toString(), "team", team));
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return created.body().path("id").asString();
    }

    private String asked(String engagement, String from, String to) {
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("coversFrom", from);
        asking.put("coversTo", to);
        Answer raised = world.audit.post(STAFF, "/api/engagements/" + engagement + "/requests", asking);
        assertThat(raised.status()).as("%s", raised).isEqualTo(201);
        return raised.body().path("id").asString();
    }

    private JsonNode offered(String role) {
        EvidenceWorld.Reply reply = world.get(role, "/api/requests/" + request + "/reusable");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json().path("items");
    }

    private JsonNode give(String role, String document, int status) {
        Answer answer = world.audit.post(role, "/api/requests/" + request + "/reuse", Map.of("document", document));
        assertThat(answer.status()).as("%s: %s", role, answer).isEqualTo(status);
        return answer.body();
    }

    private JsonNode entry(String engagement, String event) {
        return world.get(MANAGER, "/api/engagements/" + engagement + "/trail?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("event").asString().equals(event))
                .findFirst()
                .orElseThrow()
                .path("facts");
    }
}
