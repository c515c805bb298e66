package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Reply;
import io.tickmark.sheets.Sheet;
import io.tickmark.sheets.SheetColumns;
import io.tickmark.storage.DocumentKey;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PurgeOverHttpTest extends OverHttp {

    private static final String PARTNER = "audit-partner";
    private static final Map<String, String> MISTAKE = Map.of("reason", "The list of the wrong team 🙈");

    @Autowired
    RetainDocuments retain;

    @Autowired
    Scrub scrub;

    private String request;
    private JsonNode document;
    private String at;

    @BeforeEach
    void aFileGivenByMistake() {
        request = world.asked("DOCUMENT", "ORG-01");
        document = world.given(request, "salaries.csv", "name,salary\nKim,1 million in small notes\n");
        at = "/api/documents/" + document.path("id").asString();
    }

    @Test
    @Tag("database")
    void twoPeopleTakeItOutAndItsHashAndTheReasonStay() {
        assertThat(rows()).isPositive();
        assertThat(listed("documents")).isEqualTo("1");
        assertThat(asks(OWNER, 200).path("purge").path("askedBy").asString()).isEqualTo(world.audit.name(OWNER));
        assertThat(world.get(STAFF, at + "/content").status())
                .as("one alone takes nothing")
                .isEqualTo(200);
        JsonNode gone = agrees(MANAGER, 200);
        assertThat(gone.path("state").asString()).isEqualTo("purged");
        assertThat(store.size(key())).isEmpty();
        assertThat(rows()).isZero();

        JsonNode shown = world.request(STAFF, request).path("documents").path(0);
        assertThat(shown.path("sha256")).isEqualTo(document.path("sha256"));
        assertThat(shown.path("findings")).isEmpty();
        assertThat(shown.path("purge").path("reason").asString()).isEqualTo(MISTAKE.get("reason"));
        assertThat(shown.path("purge").path("agreedBy").asString()).isEqualTo(world.audit.name(MANAGER));
        assertThat(listed("documents")).as("there is none to be looked at").isEqualTo("0");
        Reply content = world.get(STAFF, at + "/content");
        assertThat(content.status()).isEqualTo(404);
        assertThat(content.toString()).contains("wrong team");
        Reply preview = world.get(STAFF, at + "/preview");
        assertThat(preview.status()).isEqualTo(404);
        assertThat(preview.toString()).doesNotContain("small notes");
        assertThat(world.get(STAFF, at + "/metadata").toString()).doesNotContain("small notes");
        assertThat(new String(
                        world.get(STAFF, "/api/requests/" + request + "/binder").bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("small notes");
        assertThat(world.trail()).contains("purge-asked", "document-purged").doesNotContain("integrity-failure");
        assertThat(world.audit.post(STAFF, at + "/read", Map.of()).status()).isEqualTo(409);
        asks(OWNER, 409);
    }

    @Test
    void whoSearchesNoLongerFindsIt() {
        assertThat(Wait.soon(() -> found() == 1)).as("it is found by its text").isTrue();
        asks(OWNER, 200);
        agrees(MANAGER, 200);
        assertThat(Wait.soon(() -> found() == 0)).isTrue();
    }

    private int found() {
        Reply reply = world.get(STAFF, "/api/search?q=million&engagement=" + world.audit.engagement);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json().path("items").size();
    }

    @Test
    void whatKeepsAndChecksDocumentsDoesNotMissIt() {
        asks(OWNER, 200);
        agrees(MANAGER, 200);
        world.audit.put(PARTNER, "/api/engagements/" + world.audit.engagement + "/legal-hold", hold(true));
        retain.run();
        scrub.run(1 << 30);
        assertThat(world.trail()).doesNotContain("integrity-failure");
    }

    @Test
    void theSamePersonTwiceIsRefusedWhateverTheRole() {
        asks(MANAGER, 200);
        agrees(MANAGER, 403);
        world.audit.appoint(Map.of(PARTNER, List.of(world.audit.name(PARTNER), world.audit.name(MANAGER))));
        agrees(MANAGER, 403);
        assertThat(store.size(key())).isPresent();
        agrees(STAFF, 403);
        agrees(OWNER, 403);
        agrees(COMPLIANCE, 200);
    }

    @Test
    void oneOfTheTwoAnswersForTheAudit() {
        asks(OWNER, 200);
        for (String role : List.of(COMPLIANCE, "client-sponsor", STAFF, "quality-reviewer")) {
            agrees(role, 403);
        }
        asks(COMPLIANCE, 409);
        assertThat(refuses(STAFF, "It is needed").status()).isEqualTo(403);
        assertThat(refuses(MANAGER, " ").status()).isEqualTo(422);
        assertThat(refuses(MANAGER, "It is the right one").status()).isEqualTo(200);
        agrees(PARTNER, 409);
        assertThat(world.request(STAFF, request).path("documents").path(0).has("purge"))
                .isFalse();
        assertThat(world.trail()).contains("purge-refused");
        asks(STAFF, 200);
        agrees(PARTNER, 200);
    }

    @Test
    void whoAskedAndIsNoLongerManagerDoesNotCountForTheAudit() {
        asks(MANAGER, 200);
        world.audit.appoint(Map.of(MANAGER, List.of(world.audit.name("audit-senior"))));
        agrees(COMPLIANCE, 403);
        agrees("audit-senior", 200);
    }

    @Test
    void whatWasAcceptedIsThePartnersToLetGo() {
        world.done(OWNER, "ProvideEvidence", request, files(document));
        world.done(STAFF, "ReviewEvidence", request, ACCEPT);
        asks(OWNER, 200);
        JsonNode resting = world.get(PARTNER, at + "/purge").json();
        assertThat(resting.path("request").asString()).startsWith("R-1 ").endsWith("(accepted)");
        assertThat(resting.path("otherFiles").asInt(-1)).isZero();
        assertThat(world.request(STAFF, request).path("evidenceTakenOut").asBoolean())
                .isFalse();
        agrees(MANAGER, 403);
        agrees(PARTNER, 200);
        assertThat(world.state(request)).isEqualTo("accepted");
        assertThat(world.request(STAFF, request).path("evidenceTakenOut").asBoolean())
                .isTrue();
        assertThat(requests.accepted(world.engagement(), "ORG-01")).isEmpty();
    }

    @Test
    void whatAnIssuedReportRestsOnStays() {
        world.done(OWNER, "ProvideEvidence", request, files(document));
        world.done(STAFF, "ReviewEvidence", request, ACCEPT);
        assertThat(Wait.soon(() -> world.state(request).equals("accepted"))).isTrue();
        asks(OWNER, 200);
        database.sql("update engagement set phase = 'issued' where id = ?")
                .param(world.audit.engagement)
                .update();
        assertThat(agrees(PARTNER, 409).toString()).contains("The report is issued");
        assertThat(store.size(key())).isPresent();
    }

    @Test
    void aFormThatStillNamesItIsRefused() {
        asks(OWNER, 200);
        agrees(MANAGER, 200);
        assertThat(world.audit
                        .complete(OWNER, world.task(OWNER, "ProvideEvidence", request), files(document))
                        .status())
                .isEqualTo(422);
        assertThat(world.task(OWNER, "ProvideEvidence", request).path("data").path("files"))
                .isEmpty();
    }

    @Test
    void whatTheClientStillReviewsIsItsOwnToTakeBack() {
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("clientReview", true);
        String inside = world.raised(asking).path("id").asString();
        at = "/api/documents/"
                + world.given(inside, "inside.txt", "not yet").path("id").asString();
        asks(MANAGER, 404);
        asks(COMPLIANCE, 200);
        agrees(OWNER, 403);
        agrees(MANAGER, 404);
        agrees("client-sponsor", 200);
    }

    @Test
    void neitherOnLegalHoldNorInALockedFile() {
        String holding = "/api/engagements/" + world.audit.engagement + "/legal-hold";
        asks(OWNER, 200);
        world.audit.put(PARTNER, holding, hold(true));
        assertThat(agrees(MANAGER, 409).toString()).contains("legal hold");
        world.audit.put(PARTNER, holding, hold(false));
        database.sql("insert into file_lock (engagement_id, locked_at, head_seq, head_hash) values (?, ?, 1, 'h')")
                .params(world.audit.engagement, Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC)))
                .update();
        assertThat(agrees(MANAGER, 409).toString()).contains("locked");
        assertThat(store.size(key())).isPresent();
    }

    @Test
    @Tag("database")
    void aLiftedHoldThatTheStoreWasNotToldOfStandsInNobodysWay() {
        String holding = "/api/engagements/" + world.audit.engagement + "/legal-hold";
        world.audit.put(PARTNER, holding, hold(true));
        assertThat(Wait.soon(() -> {
                    retain.run();
                    return database.sql("select count(*) from document_retention where document_id = ? and held = true")
                                    .param(document.path("id").asString())
                                    .query(Integer.class)
                                    .single()
                            == 1;
                }))
                .isTrue();
        world.audit.put(PARTNER, holding, hold(false));
        asks(OWNER, 200);
        agrees(MANAGER, 200);
        assertThat(store.size(key())).isEmpty();
    }

    @Test
    void itDoesNotExistForAnotherClientNorForWhoDoesNotSeeIt() {
        EvidenceWorld others = anotherWorld();
        for (String path : List.of("", "/agree", "/refuse")) {
            assertThat(others.audit
                            .post(COMPLIANCE, at + "/purge" + path, MISTAKE)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        asks("project-manager", 403);
        assertThat(world.audit.post(OWNER, at + "/purge", Map.of()).status()).isEqualTo(422);
    }

    /** What the request list says of the request in this column. */
    private String listed(String column) {
        byte[] list = world.get(STAFF, "/api/engagements/" + world.audit.engagement + "/requests/export?format=csv")
                .bytes();
        return Sheet.read(list, new SheetColumns("request", List.of("reference", column), List.of(), 100))
                .lines()
                .get(0)
                .cell(column);
    }

    private static Map<String, Object> hold(boolean on) {
        return Map.of("on", on, "reason", "A court asks");
    }

    private DocumentKey key() {
        return new DocumentKey(
                world.engagement(), UUID.fromString(document.path("id").asString()));
    }

    /** What the database knows of what is in it. */
    private int rows() {
        int rows = 0;
        for (String table :
                List.of("document_reading", "document_text", "document_part", "likeness_band", "reading_job")) {
            rows += database.sql("select count(*) from " + table + " where document_id = ?")
                    .param(document.path("id").asString())
                    .query(Integer.class)
                    .single();
        }
        return rows;
    }

    private JsonNode asks(String role, int status) {
        return answered(role, "", MISTAKE, status);
    }

    private JsonNode agrees(String role, int status) {
        return answered(role, "/agree", Map.of(), status);
    }

    private AuditWorld.Answer refuses(String role, String reason) {
        return world.audit.post(role, at + "/purge/refuse", Map.of("reason", reason));
    }

    private JsonNode answered(String role, String path, Map<String, String> body, int status) {
        var answer = world.audit.post(role, at + "/purge" + path, body);
        assertThat(answer.status()).as("%s %s: %s", role, path, answer).isEqualTo(status);
        return answer.body();
    }
}
