package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.population;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Sent;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("database")
class SamplesOverHttpTest extends OverHttp {

    @Test
    void samplesWaitForTheirPopulation() {
        String population = world.asked("POPULATION", "ORG-01");
        JsonNode sample = world.raised(world.asking("SAMPLE", "ORG-01"));
        String id = sample.path("id").asString();
        assertThat(sample.path("state").asString()).isEqualTo("draft");
        assertThat(sample.path("waitsFor").path(0).asString()).isEqualTo("R-1");
        assertThat(world.upload(OWNER, "/api/requests/" + id + "/documents", Sent.of("early.txt", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(world.raised(world.asking("SAMPLE", "ORG-02")).path("state").asString())
                .as("a control without a population")
                .isEqualTo("open");

        JsonNode list = world.given(population, "joiners.csv", "name\nAda\nBob\n");
        JsonNode task = world.task(OWNER, "ProvideEvidence", population);
        Map<String, Object> ahead = population(2, list);
        ahead.put("extractedOn", world.today().plusDays(2).toString());
        assertThat(world.audit.complete(OWNER, task, ahead).errorFields()).containsExactly("extractedOn");
        world.done(OWNER, "ProvideEvidence", population, population(2, list));
        assertThat(world.task(STAFF, "ReviewEvidence", population)
                        .path("data")
                        .path("populationCount")
                        .asInt())
                .isEqualTo(2);
        world.done(STAFF, "ReviewEvidence", population, ACCEPT);
        assertThat(world.state(population)).isEqualTo("accepted");
        assertThat(requests.population(world.engagement(), "ORG-01")).contains(2);
        assertThat(requests.population(world.engagement(), "ORG-02")).isEmpty();

        for (int tries = 0; tries < 100 && !world.state(id).equals("open"); tries++) {
            Wait.pause(50);
        }
        assertThat(world.task(OWNER, "ProvideEvidence", id).path("data").path("sampleItems"))
                .isNotEmpty();
    }

    @Test
    void samplesOpenOnlyWhenTheirPopulationIsAccepted() {
        world.asked("POPULATION", "ORG-01");
        String sample = world.asked("SAMPLE", "ORG-01");
        transaction.executeWithoutResult(status -> requests.openSamples(world.engagement(), "ORG-01", "Ada"));
        assertThat(world.state(sample)).isEqualTo("draft");
        assertThat(requests.allClosed(world.engagement(), "ORG-01")).isFalse();
    }

    @Test
    void aRequestIsWithdrawnWithAReason() {
        String population = world.asked("POPULATION", "ORG-01");
        String sample = world.asked("SAMPLE", "ORG-01");
        String withdraw = "/api/requests/" + population + "/withdraw";
        assertThat(world.audit.post(STAFF, withdraw, Map.of()).status()).isEqualTo(422);
        assertThat(world.audit.post(OWNER, withdraw, Map.of("reason", "No")).status())
                .isEqualTo(403);
        var withdrawn = world.audit.post(STAFF, withdraw, Map.of("reason", "Not needed 🙂"));
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        assertThat(withdrawn.body().path("state").asString()).isEqualTo("withdrawn");
        assertThat(world.state(sample)).as("its samples go with it").isEqualTo("withdrawn");
        assertThat(world.audit.post(STAFF, withdraw, Map.of("reason", "Again")).status())
                .isEqualTo(409);
        assertThat(requests.openCount(world.engagement())).isZero();
        assertThat(world.audit
                        .get(OWNER, "/api/tasks?engagement=" + world.audit.engagement)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aWithdrawnEngagementAsksForNothingMore() {
        world.asked("POPULATION", "ORG-01");
        world.asked("SAMPLE", "ORG-01");
        world.asked("DOCUMENT", "ORG-02");
        var withdrawn = world.audit.post(
                MANAGER, "/api/engagements/" + world.audit.engagement + "/withdraw", Map.of("reason", "Sold"));
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        for (int tries = 0; tries < 100 && requests.openCount(world.engagement()) > 0; tries++) {
            Wait.pause(50);
        }
        assertThat(requests.of(world.engagement()))
                .extracting(RequestFacts::state)
                .containsOnly(RequestState.WITHDRAWN);
    }
}
