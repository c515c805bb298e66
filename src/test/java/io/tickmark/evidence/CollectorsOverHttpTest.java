package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld.Answer;
import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

class CollectorsOverHttpTest extends OverHttp {

    private static final String COLLECT = "/api/collect";

    @Test
    @Tag("database")
    void aScriptGivesEvidenceForAControlAndSaysWhereItComesFrom() {
        String request = world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));

        Reply reply = give(script, COLLECT, "rights.csv", "user,right\nkim,admin\n");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        JsonNode document = reply.json().path(0);
        assertThat(document.path("request").asString()).isEqualTo(request);
        assertThat(document.path("contentType").asString()).startsWith("text/");
        assertThat(document.path("state").asString()).isEqualTo("read");
        JsonNode collected =
                world.request(STAFF, request).path("documents").path(0).path("collected");
        assertThat(collected.path("collector").asString()).isEqualTo("Nightly 📎");
        assertThat(collected.path("source").asString()).isEqualTo("directory äöü 🦊");
        assertThat(collected.path("query").asString()).isEqualTo("select * from rights where name like '%20%'");
        assertThat(collected.path("extractedAt").asString()).startsWith(world.today() + "T00:00:00");
        assertThat(world.state(request)).isEqualTo("in_progress");
        JsonNode received = trailOf("document-received").get(0);
        assertThat(received.path("actor").asString()).isEqualTo(world.audit.name(COMPLIANCE));
        assertThat(received.path("facts").path("collector").asString()).isEqualTo("Nightly 📎");
        assertThat(received.path("facts").path("source").asString()).isEqualTo("directory äöü 🦊");
        world.done(OWNER, "ProvideEvidence", request, files(document));
        world.done(STAFF, "ReviewEvidence", request, ACCEPT);
        assertThat(world.state(request)).isEqualTo("accepted");
    }

    @Test
    void whatCurlCallsAFormIsTakenWholeAndCheckedAsAnyUpload() {
        world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        String parameters = "?source=HR+system&extractedAt=" + world.today() + "T00:00:00Z&control=ORG-01";

        Reply form = script.with("X-File-Name", "a.txt")
                .send(
                        "POST",
                        COLLECT + parameters,
                        BodyPublishers.ofString("source=x&b=c"),
                        "application/x-www-form-urlencoded");

        assertThat(form.status()).as(form.body()).isEqualTo(201);
        assertThat(form.json().path(0).path("size").asInt()).isEqualTo(12);
        assertThat(form.json().path(0).path("collected").path("source").asString())
                .isEqualTo("HR system");
        Reply wrong = give(script, COLLECT, "picture.png", "no picture");
        assertThat(wrong.json().path(0).path("findings").toString()).contains("type-does-not-match-name");
    }

    @Test
    @Tag("database")
    void theSameBytesAndTheSameKeyAddNothing() {
        String request = world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        String first =
                give(script, COLLECT, "a.txt", "one").json().path(0).path("id").asString();
        String again =
                give(script, COLLECT, "b.txt", "one").json().path(0).path("id").asString();
        assertThat(again).isEqualTo(first);
        Caller keyed = script.with("Idempotency-Key", UUID.randomUUID().toString());
        Reply once = give(keyed, COLLECT, "c.txt", "three");
        assertThat(give(keyed, COLLECT, "c.txt", "three").body()).isEqualTo(once.body());
        assertThat(give(keyed, COLLECT, "c.txt", "four").status()).isEqualTo(409);
        assertThat(keyed.with("X-Source", "another system")
                        .with("X-Extracted-At", world.today() + "T00:00:00Z")
                        .with("X-File-Name", "c.txt")
                        .send("POST", COLLECT, BodyPublishers.ofString("three"), "text/plain")
                        .status())
                .as("another source is another request")
                .isEqualTo(409);
        assertThat(world.request(STAFF, request).path("documents")).hasSize(2);
        assertThat(bytesKept()).isEqualTo(2);
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void whatTwoPeopleTookOutIsNotBroughtBackByAScript() {
        world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        String purge = "/api/documents/"
                + give(script, COLLECT, "a.txt", "one")
                        .json()
                        .path(0)
                        .path("id")
                        .asString() + "/purge";
        world.audit.post(OWNER, purge, Map.of("reason", "The wrong list"));
        assertThat(world.audit.post(MANAGER, purge + "/agree", Map.of()).status())
                .isEqualTo(200);
        Reply again = give(script, COLLECT, "a.txt", "one");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("taken out");
        assertThat(bytesKept()).isZero();
    }

    @Test
    void itLandsOnTheOneRequestWhoseWindowFits() {
        String first = window("2026-01-01", "2026-01-31");
        String second = window("2026-02-01", "2026-02-28");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        Reply two = give(script, COLLECT, "a.txt", "a");
        assertThat(two.status()).isEqualTo(422);
        assertThat(two.json().path("errors").path(0).path("field").asString()).isEqualTo("control");
        assertThat(two.body()).contains("R-1 ", "R-2 ", "2026-01-01 to 2026-01-31");
        Caller february = script.with("X-Covers-From", "2026-02-03").with("X-Covers-To", "2026-02-05");
        assertThat(give(february, COLLECT, "a.txt", "a")
                        .json()
                        .path(0)
                        .path("request")
                        .asString())
                .isEqualTo(second);
        assertThat(give(script, COLLECT + "?request=r-1", "a.txt", "a")
                        .json()
                        .path(0)
                        .path("request")
                        .asString())
                .isEqualTo(first);
        Caller march = script.with("X-Covers-From", "2026-03-03");
        Reply none = give(march, COLLECT, "b.txt", "b");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body()).contains("2026-03-03").contains("R-1 ", "R-2 ");
        assertThat(bytesKept()).isEqualTo(2);
    }

    @Test
    void headersAreReadAsTheBytesThatCurlSends() {
        MockHttpServletRequest http = new MockHttpServletRequest("POST", COLLECT);
        http.addHeader("X-Source", new String("Größe 🦊".getBytes(UTF_8), ISO_8859_1));
        http.addHeader("X-Extracted-At", "2026-03-31T08:00:00.5+02:00");
        CollectedEntry entry = CollectedEntry.read(http, Clock.systemUTC());
        assertThat(entry.source()).isEqualTo("Größe 🦊");
        assertThat(entry.extractedAt()).isEqualTo("2026-03-31T06:00:00Z");
    }

    @Test
    void whatIsMissingIsNamedAndClosedRequestsTakeNothing() {
        String request = world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of(), List.of("R-1")));
        Reply bare = script.with("X-File-Name", "a.txt")
                .send("POST", COLLECT + "?extractedAt=today&kind=GOSSIP", BodyPublishers.ofString("x"), "text/plain");
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.json().path("errors").valueStream().map(e -> e.path("field")
                        .asString()))
                .containsExactlyInAnyOrder("source", "extractedAt", "kind");
        assertThat(script.with("X-Source", "s")
                        .with("X-Extracted-At", "2999-01-01T00:00:00Z")
                        .with("X-File-Name", "a.txt")
                        .send("POST", COLLECT, BodyPublishers.ofString("x"), "text/plain")
                        .status())
                .isEqualTo(422);
        world.audit.post(MANAGER, "/api/requests/" + request + "/withdraw", Map.of("reason", "Asked twice"));
        assertThat(give(script, COLLECT, "a.txt", "x").status()).isEqualTo(409);
        assertThat(bytesKept()).isZero();
    }

    @Test
    void aCollectorReachesNothingButWhatItIsBoundTo() {
        world.asked("DOCUMENT", "ORG-02");
        String own = world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        for (String other : List.of("?control=ORG-02", "?request=R-1", "?control=NONE")) {
            Reply refused = give(script, COLLECT + other, "a.txt", "x");
            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(refused.body()).contains("ORG-01").doesNotContain("ORG-02");
        }
        EvidenceWorld others = anotherWorld();
        String foreign = others.asked("DOCUMENT", "ORG-01");
        assertThat(give(script, COLLECT + "?request=" + foreign, "a.txt", "x").status())
                .isEqualTo(403);
        assertThat(give(script, COLLECT, "a.txt", "x")
                        .json()
                        .path(0)
                        .path("request")
                        .asString())
                .isEqualTo(own);
        assertThat(others.request(STAFF, foreign).path("documents")).isEmpty();
    }

    @Test
    void itsTokenOpensNoOtherAddressWhatsoever() {
        String request = world.asked("DOCUMENT", "ORG-01");
        String token = made(COMPLIANCE, List.of("ORG-01"), List.of());
        Caller script = script(token);
        String document =
                give(script, COLLECT, "a.txt", "x").json().path(0).path("id").asString();
        JsonNode paths = world.get(MANAGER, "/v3/api-docs").json().path("paths");
        int tried = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String address = path.getKey()
                    .replace("/api/requests/{id}", "/api/requests/" + request)
                    .replace("/api/documents/{id}", "/api/documents/" + document)
                    .replace("{id}", world.audit.engagement)
                    .replaceAll("\\{[^}]+}", "x");
            for (String method : path.getValue().propertyNames()) {
                if (!address.equals(COLLECT)) {
                    Reply reply = script.send(
                            method.toUpperCase(java.util.Locale.ROOT),
                            address,
                            BodyPublishers.ofString("{}"),
                            "application/json");
                    assertThat(reply.status()).as("%s %s", method, address).isEqualTo(403);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(80);
        for (String page : List.of("/", "/tasks", "/v3/api-docs", "/actuator/health", COLLECT)) {
            assertThat(script.get(page).status()).as(page).isEqualTo(403);
        }
        assertThat(script.with("Accept", "text/html").get("/me").status()).isEqualTo(403);
        assertThat(give(Caller.bearer(port, "tmc_made-up"), COLLECT, "a.txt", "x")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatPushesWithoutEndIsHeldUpAndKeepsNothing() {
        world.asked("DOCUMENT", "ORG-01");
        Caller script = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        for (int pushed = 0; pushed < 120; pushed++) {
            Reply reply = script.send("POST", COLLECT, BodyPublishers.ofString("x"), "text/plain");
            assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        }
        Reply held = script.send("POST", COLLECT, BodyPublishers.ofString("x"), "text/plain");
        assertThat(held.status()).as(held.body()).isEqualTo(429);
        assertThat(held.header("Retry-After")).matches("[1-9]|[1-5]\\d|6[01]");
        assertThat(held.json().path("detail").asString()).contains("120 times within a minute");
        assertThat(give(script, COLLECT, "a.txt", "x").status()).isEqualTo(429);
        assertThat(bytesKept()).isZero();
        assertThat(intentsLeft()).isZero();
        Caller other = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        assertThat(give(other, COLLECT, "a.txt", "x").status()).isEqualTo(201);
    }

    @Test
    void peopleDoNotGiveEvidenceHere() {
        world.asked("DOCUMENT", "ORG-01");
        Map<String, String> headers = Map.of("X-File-Name", "a.txt", "X-Source", "s");
        for (String role : List.of(OWNER, COMPLIANCE, STAFF, MANAGER)) {
            assertThat(world.call(role, "POST", COLLECT, headers, new byte[] {1})
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    @Tag("database")
    void itEndsWhenItIsRevokedOrExpiresOrItsMakerGoes() {
        world.asked("DOCUMENT", "ORG-01");
        String collectors = "/api/engagements/" + world.audit.engagement + "/collectors";
        JsonNode made = answered(COMPLIANCE, asking(List.of("ORG-01"), List.of()), 201);
        Caller script = script(made.path("token").asString());
        assertThat(give(script, COLLECT, "a.txt", "1").status()).isEqualTo(201);
        JsonNode listed = world.get(STAFF, collectors).json().path("items").path(0);
        assertThat(listed.path("state").asString()).isEqualTo("active");
        assertThat(listed.path("lastUsed").asString()).isNotEmpty();
        assertThat(listed.toString()).doesNotContain(made.path("token").asString());
        String one = collectors + "/" + made.path("id").asString();
        assertThat(world.call(STAFF, "DELETE", one, Map.of(), new byte[0]).status())
                .isEqualTo(403);
        assertThat(world.call(MANAGER, "DELETE", one, Map.of(), new byte[0]).status())
                .isEqualTo(204);
        assertThat(give(script, COLLECT, "a.txt", "2").status()).isEqualTo(401);
        assertThat(world.get(OWNER, collectors).json().path("items")).isEmpty();
        assertThat(world.trail()).contains("collector-made", "collector-revoked");

        Caller second = script(made(COMPLIANCE, List.of("ORG-01"), List.of()));
        database.sql("update collector_token set expires = '2020-01-01 00:00:00' where revoked is null")
                .update();
        assertThat(give(second, COLLECT, "a.txt", "3").status()).isEqualTo(401);
        assertThat(world.get(MANAGER, collectors).json().path("items").toString())
                .contains("expired", "revoked");

        Caller third = script(made(OWNER, List.of(), List.of("R-1")));
        assertThat(give(third, COLLECT, "a.txt", "4").status()).isEqualTo(201);
        world.audit.appoint(Map.of(OWNER, List.of(world.audit.name(COMPLIANCE))));
        assertThat(give(third, COLLECT, "a.txt", "5").status())
                .as("no longer of the team")
                .isEqualTo(404);
        database.sql("update person set enabled = false where username = ?")
                .param(world.audit.name(OWNER))
                .update();
        assertThat(give(third, COLLECT, "a.txt", "6").status()).isEqualTo(401);
    }

    @Test
    void whoMayMakeOne() {
        world.asked("DOCUMENT", "ORG-01");
        world.audit.appoint(Map.of(OWNER, List.of(world.audit.name(OWNER), world.audit.name("client-sponsor"))));
        Map<String, Object> sponsors = world.asking("DOCUMENT", "ORG-01");
        sponsors.put("owner", world.audit.name("client-sponsor"));
        world.raised(sponsors);
        for (String role : List.of(MANAGER, STAFF, "audit-partner", "project-manager")) {
            answered(role, asking(List.of("ORG-01"), List.of()), 403);
        }
        answered(OWNER, asking(List.of("ORG-01"), List.of()), 403);
        assertThat(fields(answered(OWNER, asking(List.of(), List.of("R-2")), 422)))
                .containsExactly("requests");
        answered(OWNER, asking(List.of(), List.of("R-1")), 201);
        Map<String, Object> wrong = new HashMap<>(asking(List.of("NONE"), List.of("R-9")));
        wrong.put("name", " ");
        wrong.put("days", 4000);
        assertThat(fields(answered(COMPLIANCE, wrong, 422)))
                .containsExactlyInAnyOrder("name", "controls", "requests", "days");
        answered(COMPLIANCE, asking(List.of(), List.of()), 422);
        String here = "/api/engagements/" + world.audit.engagement + "/collectors";
        EvidenceWorld others = anotherWorld();
        assertThat(others.get(COMPLIANCE, here).status()).isEqualTo(404);
        assertThat(others.audit
                        .post(COMPLIANCE, here, asking(List.of("ORG-01"), List.of()))
                        .status())
                .isEqualTo(404);
        String id =
                world.get(MANAGER, here).json().path("items").path(0).path("id").asString();
        assertThat(others.call(COMPLIANCE, "DELETE", here + "/" + id, Map.of(), new byte[0])
                        .status())
                .isEqualTo(404);
        assertThat(others.call(
                                COMPLIANCE,
                                "DELETE",
                                "/api/engagements/" + others.audit.engagement + "/collectors/" + id,
                                Map.of(),
                                new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPopulationsFormOpensWithWhatTheScriptSaid() {
        String request = world.asked("POPULATION", "ORG-01");
        give(script(made(COMPLIANCE, List.of("ORG-01"), List.of())), COLLECT, "joiners.csv", "name\nkim\n");
        JsonNode data = world.task(OWNER, "ProvideEvidence", request).path("data");
        assertThat(data.path("populationSource").asString()).isEqualTo("directory äöü 🦊");
        assertThat(data.path("populationQuery").asString()).startsWith("select");
        assertThat(data.path("extractedOn").asString()).isEqualTo(world.today().toString());
        assertThat(data.path("extractedTime").asString()).isEqualTo("00:00");
        assertThat(data.path("files")).hasSize(1);
    }

    private String window(String from, String to) {
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("coversFrom", from);
        asking.put("coversTo", to);
        return world.raised(asking).path("id").asString();
    }

    private Map<String, Object> asking(List<String> controls, List<String> bound) {
        Map<String, Object> asking = new LinkedHashMap<>();
        asking.put("name", "Nightly 📎");
        asking.put("controls", controls);
        asking.put("requests", bound);
        asking.put("days", 30);
        return asking;
    }

    private JsonNode answered(String role, Map<String, Object> asking, int status) {
        Answer answer = world.audit.post(role, "/api/engagements/" + world.audit.engagement + "/collectors", asking);
        assertThat(answer.status()).as("%s: %s", role, answer).isEqualTo(status);
        return answer.body();
    }

    private String made(String role, List<String> controls, List<String> bound) {
        return answered(role, asking(controls, bound), 201).path("token").asString();
    }

    private Caller script(String token) {
        return Caller.bearer(port, token);
    }

    private Reply give(Caller script, String place, String name, String text) {
        String address =
                place + (place.contains("?") ? "&" : "?") + "source=directory+%C3%A4%C3%B6%C3%BC%20%F0%9F%A6%8A";
        return script.with("X-File-Name", name)
                .with("X-Query", "select * from rights where name like '%20%'")
                .with("X-Extracted-At", world.today() + "T00:00:00Z")
                .send("POST", address, BodyPublishers.ofString(text), "text/plain");
    }

    private List<JsonNode> trailOf(String event) {
        List<JsonNode> found = new ArrayList<>();
        world.get(MANAGER, "/api/engagements/" + world.audit.engagement + "/trail?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .forEach(found::add);
        return found;
    }

    private static List<String> fields(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}
