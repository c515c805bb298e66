package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.evidence.EvidenceWorld.Sent;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.EvidenceKind;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RequestsOverHttpTest extends OverHttp {

    private String path() {
        return "/api/engagements/" + world.audit.engagement + "/requests";
    }

    @Test
    void everyWrongFieldOfARequestIsNamed() {
        var refused = world.audit.post(
                MANAGER,
                path(),
                Map.of(
                        "kind",
                        "GOSSIP",
                        "controls",
                        List.of("XX-99"),
                        "owner",
                        world.audit.name(STAFF),
                        "due",
                        "2001-01-01",
                        "coversFrom",
                        "2026-02-01",
                        "coversTo",
                        "2026-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields())
                .containsExactlyInAnyOrder("title", "kind", "controls", "owner", "due", "coversTo");
        assertThat(requests.of(world.engagement())).isEmpty();
    }

    @Test
    void onlyAuditorsAsk() {
        EvidenceWorld other = anotherWorld();
        assertThat(world.audit
                        .post(COMPLIANCE, path(), world.asking("DOCUMENT", "ORG-01"))
                        .status())
                .isEqualTo(403);
        assertThat(other.audit
                        .post(MANAGER, path(), world.asking("DOCUMENT", "ORG-01"))
                        .status())
                .as("another engagement's manager sees it, and is not of its team")
                .isEqualTo(403);
    }

    @Test
    void anotherClientsPeopleFindNothing() {
        EvidenceWorld other = anotherWorld();
        String id = world.asked("DOCUMENT", "ORG-01");
        String document = "/api/documents/"
                + world.given(id, "a.txt", "secret").path("id").asString();
        for (String role : List.of("client-sponsor", COMPLIANCE, OWNER)) {
            assertThat(other.get(role, path()).status()).isEqualTo(404);
            assertThat(other.get(role, "/api/requests/" + id).status()).isEqualTo(404);
            for (String part : List.of("", "/content", "/preview", "/metadata", "/versions")) {
                assertThat(other.get(role, document + part).status()).isEqualTo(404);
            }
            var upload = other.upload(role, "/api/requests/" + id + "/documents", Sent.of("b.txt", "b"));
            assertThat(upload.status()).isEqualTo(404);
            assertThat(upload.toString()).doesNotContain(world.audit.engagement);
        }
        assertThat(other.get(STAFF, "/api/requests/" + id).status())
                .as("staff of another team")
                .isEqualTo(404);
    }

    @Test
    @Tag("database")
    void aControlOwnerSeesHisOwnRequestsAndThoseOfNobody() {
        String his = world.asked("DOCUMENT", "ORG-01");
        Map<String, Object> nobodys = world.asking("DOCUMENT", "ORG-01");
        nobodys.remove("owner");
        String free = world.raised(nobodys).path("id").asString();
        // requests of owners who left the team stay theirs
        String foreign = raiseFor(world.engagement());
        assertThat(ids(OWNER)).containsExactly(his, free);
        assertThat(ids(COMPLIANCE)).containsExactly(his, free, foreign);
        assertThat(world.get(OWNER, "/api/requests/" + foreign).status()).isEqualTo(404);
        assertThat(world.upload(OWNER, "/api/requests/" + foreign + "/documents", Sent.of("b.txt", "b"))
                        .status())
                .isEqualTo(404);
    }

    private String raiseFor(EngagementId engagement) {
        var owner = people.named(world.audit.name(COMPLIANCE)).orElseThrow().id();
        var asked = new NewRequest(
                "For the lead",
                EvidenceKind.DOCUMENT,
                List.of("ORG-01"),
                owner,
                world.today().plusDays(5),
                false,
                null,
                null,
                null);
        return transaction.execute(status -> requests.raise(engagement, asked)).toString();
    }

    private List<String> ids(String role) {
        return world.audit
                .get(role, path())
                .body()
                .path("items")
                .valueStream()
                .map(r -> r.path("id").asString())
                .toList();
    }

    @Test
    @Tag("database")
    void theListGoesOnWhereThePageEnds() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            raised.add(world.asked("DOCUMENT", "ORG-01"));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    world.audit.get(STAFF, path() + "?limit=2&cursor=" + cursor).body();
            page.path("items").forEach(r -> read.add(r.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(raised);
        assertThat(world.audit.get(STAFF, path() + "?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void theListTakesAsManyStatementsForManyRequestsAsForOne(@Autowired EntityManagerFactory factory) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            world.given(world.asked("DOCUMENT", "ORG-01", "ORG-02"), "a.txt", "1");
            long forOne = statements(statistics);
            for (int i = 0; i < 4; i++) {
                world.given(world.asked("DOCUMENT", "ORG-01", "ORG-02"), "a.txt", "1");
            }
            assertThat(statements(statistics)).isEqualTo(forOne);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private long statements(Statistics statistics) {
        long before = statistics.getPrepareStatementCount();
        assertThat(world.audit.get(OWNER, path()).status()).isEqualTo(200);
        return statistics.getPrepareStatementCount() - before;
    }

    @Test
    void aRequestIsInProgressFromTheFirstDraftOrClaimOn() {
        String drafted = world.asked("DOCUMENT", "ORG-01");
        String task = world.task(OWNER, "ProvideEvidence", drafted).path("id").asString();
        assertThat(world.state(drafted)).isEqualTo("open");
        assertThat(world.audit
                        .post(OWNER, "/api/tasks/" + task + "/draft", Map.of("data", Map.of("note", "soon")))
                        .status())
                .isBetween(200, 204);
        assertThat(world.state(drafted)).isEqualTo("in_progress");
        String claimed = world.asked("DOCUMENT", "ORG-02");
        String other = world.task(OWNER, "ProvideEvidence", claimed).path("id").asString();
        world.audit.post(OWNER, "/api/tasks/" + other + "/claim", Map.of());
        assertThat(world.state(claimed)).isEqualTo("in_progress");
    }

    @Test
    void aDraftHoldsWhatTheFormAsksForAndNothingElse() {
        String request = world.asked("DOCUMENT", "ORG-01");
        String task = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        world.audit.post(
                OWNER,
                "/api/tasks/" + task + "/draft",
                Map.of(
                        "data",
                        Map.of("coversFrom", "2026-01-01", "foreign", "x", "request", Map.of("title", "forged"))));
        JsonNode kept = json.readTree(database.sql("select answers from task_draft where task_id = ?")
                .param(task)
                .query(String.class)
                .single());
        assertThat(kept).isEqualTo(json.readTree("{\"coversFrom\": \"2026-01-01\"}"));
        JsonNode shown = world.audit.get(OWNER, "/api/tasks/" + task).body().path("data");
        assertThat(shown.path("coversFrom").asString()).isEqualTo("2026-01-01");
        assertThat(shown.toString()).doesNotContain("forged", "foreign");
    }

    @Test
    void aRequestIsHandedOnWithItsTask() {
        String request = world.asked("DOCUMENT", "ORG-01");
        JsonNode given = world.given(request, "first.txt", "1");
        String content = "/api/documents/" + given.path("id").asString() + "/content";
        String sponsor = "client-sponsor";
        world.audit.appoint(Map.of(
                OWNER, List.of(world.audit.name(OWNER), world.audit.name(sponsor)),
                sponsor, world.audit.name(COMPLIANCE)));
        String task = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        var handed = world.audit.post(
                COMPLIANCE, "/api/tasks/" + task + "/assign", Map.of("person", world.audit.name(sponsor)));
        assertThat(handed.status()).as("%s", handed).isEqualTo(200);
        assertThat(world.request(sponsor, request).path("owner").asString()).isEqualTo(world.audit.name(sponsor));
        assertThat(world.get(sponsor, content).status()).isEqualTo(200);
        assertThat(world.audit.get(OWNER, "/api/requests/" + request).status()).isEqualTo(404);
        world.audit.appoint(Map.of(OWNER, world.audit.name(OWNER)));
        assertThat(world.request(OWNER, request).path("owner").isNull()).isTrue();
        assertThat(world.task(OWNER, "ProvideEvidence", request)
                        .path("assignee")
                        .isNull())
                .isTrue();
    }
}
