package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.back;
import static io.tickmark.evidence.EvidenceWorld.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Statements;
import io.tickmark.trail.Trail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What each person finds on coming in, and that it is theirs alone. */
class HomeOverHttpTest extends OverHttp {

    @Autowired
    private Trail trail;

    private JsonNode home(String role) {
        var answer = world.audit.get(role, "/api/home");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whatWaitsIsCountedAndListedMostUrgentFirst() {
        world.asked("DOCUMENT", "ORG-01");
        Map<String, Object> sooner = world.asking("DOCUMENT", "ORG-02");
        sooner.put("due", world.today().plusDays(2).toString());
        String first = world.raised(sooner).path("id").asString();

        JsonNode tasks = home(OWNER).path("tasks");
        assertThat(tasks.path("open").asInt()).isEqualTo(2);
        assertThat(tasks.path("week").asInt()).isEqualTo(1);
        assertThat(tasks.path("overdue").asInt()).isZero();
        assertThat(tasks.path("first").path(0).path("requestId").asString()).isEqualTo(first);
        assertThat(home(OWNER).has("models")).isFalse();
    }

    @Test
    void whatIsReturnedComesWithItsReasonAndTheWayToItsTask() {
        String request = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", request, files(world.given(request, "a.txt", "old")));
        assertThat(home(OWNER).path("returned").size()).isZero();
        world.done(STAFF, "ReviewEvidence", request, back("wrong-period", "Of this year 🗓"));

        String again = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        JsonNode returned = home(OWNER).path("returned");
        assertThat(returned.size()).isEqualTo(1);
        assertThat(returned.path(0).path("task").asString()).isEqualTo(again);
        assertThat(returned.path(0).path("note").asString()).isEqualTo("Of this year 🗓");
        assertThat(home(COMPLIANCE).path("returned").size())
                .as("it is not theirs to give")
                .isZero();
        assertThat(home(STAFF).has("returned")).isFalse();
    }

    @Test
    void whoOverseesIsToldWithWhomTheLateOnesAre() {
        world.asked("DOCUMENT", "ORG-01");
        assertThat(lateWith(world.audit.name(OWNER))).isZero();
        world.audit.later("P12D");
        assertThat(lateWith(world.audit.name(OWNER))).isEqualTo(1);
        JsonNode mine = home(OWNER).path("tasks");
        assertThat(mine.path("overdue").asInt()).isEqualTo(1);
        assertThat(mine.path("late").path(0).path("mine").asBoolean()).isTrue();
    }

    private int lateWith(String person) {
        return home("project-manager")
                .path("tasks")
                .path("late")
                .valueStream()
                .filter(late -> late.path("assignee").asString("").equals(person))
                .mapToInt(late -> late.path("many").asInt())
                .sum();
    }

    @Test
    void howAnAuditStandsIsToldWithWhatComesNext() {
        JsonNode audits = home(MANAGER).path("audits");
        assertThat(audits.path("leads").asBoolean()).isTrue();
        assertThat(audits.path("items").size()).isEqualTo(1);
        JsonNode audit = audits.path("items").path(0);
        assertThat(audit.path("id").asString()).isEqualTo(world.audit.engagement);
        assertThat(audit.path("health").asString())
                .isEqualTo(world.audit
                        .get(MANAGER, "/api/engagements/" + world.audit.engagement)
                        .body()
                        .path("health")
                        .asString());
        assertThat(audit.path("next").path("name").asString()).isEqualTo("Engagement letter signed");
        assertThat(home(OWNER).path("audits").path("leads").asBoolean()).isFalse();
    }

    @Test
    void whatOthersDidIsNewsUntilItWasSeen() {
        String request = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", request, files(world.given(request, "a.txt", "1")));
        JsonNode news = home(STAFF).path("news");
        assertThat(events(news)).contains("evidence-provided", "request-raised");
        assertThat(news.path("since").isNull()).isTrue();
        assertThat(events(home(MANAGER).path("news"))).as("his own doing").doesNotContain("request-raised");

        long newest = news.path("items")
                .valueStream()
                .mapToLong(item -> item.path("seq").asLong())
                .max()
                .orElseThrow();
        assertThat(world.audit
                        .put(STAFF, "/api/home/seen", Map.of("seen", Map.of(world.audit.engagement, newest)))
                        .status())
                .isEqualTo(204);
        assertThat(home(STAFF).path("news").path("items").size()).isZero();
        assertThat(home(STAFF).path("news").path("since").isString()).isTrue();
        assertThat(events(home("audit-senior").path("news")))
                .as("of somebody else")
                .contains("evidence-provided");

        world.done(STAFF, "ReviewEvidence", request, back("incomplete", "More"));
        world.done(OWNER, "ProvideEvidence", request, files(world.given(request, "b.txt", "2")));
        assertThat(events(home(STAFF).path("news"))).containsExactly("evidence-provided");
    }

    @Test
    void aClientIsToldOfMilestonesAndNothingElseOfTheTrail() {
        String request = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", request, files(world.given(request, "a.txt", "1")));
        world.done(STAFF, "ReviewEvidence", request, back("incomplete", "The auditors' own words"));
        transaction.executeWithoutResult(done ->
                trail.record(world.engagement(), "milestone-reached", null, Map.of("milestone", "Scope frozen")));
        assertThat(events(home("client-sponsor").path("news")))
                .contains("milestone-reached")
                .doesNotContain("evidence-provided", "evidence-returned", "request-raised");
        assertThat(home("client-sponsor").toString()).doesNotContain("own words");
    }

    @Test
    void nobodyFindsAnythingOfAnotherClient() {
        world.asked("DOCUMENT", "ORG-01");
        EvidenceWorld other = anotherWorld();
        other.asked("DOCUMENT", "ORG-01");
        for (String role : List.of(OWNER, COMPLIANCE, "client-sponsor", STAFF, MANAGER, "project-manager", "admin")) {
            assertThat(home(role).toString()).as(role).doesNotContain(other.audit.engagement);
        }
        // a mark on what is not theirs is none
        world.audit.put(OWNER, "/api/home/seen", Map.of("seen", Map.of(other.audit.engagement, 1)));
        assertThat(database.sql("select count(*) from seen_trail where engagement_id = ?")
                        .param(other.audit.engagement)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @Tag("database")
    @ValueSource(strings = {"control-owner", "client-compliance", "audit-staff", "audit-manager", "project-manager"})
    void itTakesAtMostTenStatementsHoweverMuchThereIs(String role) {
        returnedOne();
        List<String> one = Statements.during(() -> home(role));
        assertThat(one).as(String.join("\n", one)).hasSizeBetween(1, 10);
        returnedOne();
        returnedOne();
        anotherAudit();
        assertThat(Statements.during(() -> home(role))).hasSameSizeAs(one);
    }

    private void returnedOne() {
        String request = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", request, files(world.given(request, request + ".txt", request)));
        world.done(STAFF, "ReviewEvidence", request, back("incomplete", "More"));
        world.task(OWNER, "ProvideEvidence", request);
    }

    private void anotherAudit() {
        JsonNode team = world.audit
                .get(MANAGER, "/api/engagements/" + world.audit.engagement)
                .body()
                .path("team");
        assertThat(world.audit
                        .post(
                                MANAGER,
                                "/api/engagements",
                                Map.of("client", world.audit.client.toString(), "team", team))
                        .status())
                .isEqualTo(201);
    }

    private static List<String> events(JsonNode news) {
        return news.path("items")
                .valueStream()
                .map(item -> item.path("event").asString())
                .toList();
    }
}
