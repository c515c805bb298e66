package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.trail.TrailVerifier;
import io.tickmark.trail.Verification;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a release means to the audits that run, and what the firm's trail says of it. */
@TickmarkTest
class ReleasedBundlesTest {

    private static final String LABEL = "What is asked for";
    private static final String NEW_LABEL = "What we ask you for";

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;
    private final Bundles bundles;
    private final JdbcClient database;
    private final ModelOwners owners;

    ReleasedBundlesTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped,
            @Autowired JdbcClient database) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
        this.bundles = bundles;
        this.database = database;
        this.owners = new ModelOwners(port, people, bundles, shipped);
    }

    @AfterEach
    void putBack() {
        owners.putBack();
    }

    @Test
    void whatIsStartedLaterForAnAuditRunsOnTheBundleItBeganOn() {
        AuditWorld running = new AuditWorld(port, json, people, clients);
        String first = bundles.live();
        owners.approved(
                owners.second,
                owners.submitted(
                        owners.owner,
                        "provide-evidence.form",
                        owners.changed("provide-evidence.form", LABEL, NEW_LABEL)));
        String second = bundles.live();
        AuditWorld next = new AuditWorld(port, json, people, clients);

        asksForEvidence(running);
        asksForEvidence(next);

        assertThat(running.task("control-owner", "ProvideEvidence").path("form").toString())
                .contains(LABEL)
                .doesNotContain(NEW_LABEL);
        assertThat(next.task("control-owner", "ProvideEvidence").path("form").toString())
                .contains(NEW_LABEL);
        assertThat(bundlesOf(running)).containsOnly(first);
        assertThat(bundlesOf(next)).containsOnly(second);
        running.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        assertThat(bundlesOf(running)).containsOnly(first);
    }

    @Test
    void everyStepStandsInTheFirmsTrailAndTheTrailIsSound() throws IOException {
        String text = owners.changed("provide-evidence.form", LABEL, NEW_LABEL);
        String rejected = owners.submitted(owners.owner, "provide-evidence.form", text);
        owners.second.post("/api/releases/" + rejected + "/reject", "{\"reason\":\"Say it shorter\"}");
        String withdrawn = owners.submitted(owners.owner, "provide-evidence.form", text);
        owners.decide(owners.owner, withdrawn, "withdraw");
        String live = owners.submitted(owners.owner, "provide-evidence.form", text);
        owners.approved(owners.second, live);

        assertThat(events(rejected)).containsExactly("release-submitted", "release-rejected");
        assertThat(events(withdrawn)).containsExactly("release-submitted", "release-withdrawn");
        assertThat(events(live)).containsExactly("release-submitted", "release-approved", "release-went-live");
        JsonNode why = entries(rejected).get(1);
        assertThat(why.path("actor").asString()).isEqualTo(owners.secondName);
        assertThat(why.path("facts").path("reason").asString()).isEqualTo("Say it shorter");
        JsonNode submitted = entries(live).get(0).path("facts");
        assertThat(submitted.path("errors").asInt()).isZero();
        assertThat(submitted.path("warnings").isInt()).isTrue();
        assertThat(submitted.path("files").get(0).path("sha256").asString()).hasSize(64);

        String export = owners.owner.get("/api/releases/trail?format=export").body();
        assertThat(verified(export)).isInstanceOf(Verification.Sound.class);
        assertThat(verified(export.replaceFirst("Say it shorter", "Say it longer")))
                .isNotInstanceOf(Verification.Sound.class);
    }

    private static Verification verified(String export) throws IOException {
        return TrailVerifier.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), null);
    }

    private List<JsonNode> entries(String release) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owners.owner
                    .get("/api/releases/trail?limit=200&cursor=" + cursor)
                    .json();
            page.path("items")
                    .valueStream()
                    .filter(entry ->
                            entry.path("facts").path("release").asString("").equals(release))
                    .forEach(entries::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return entries;
    }

    private List<String> events(String release) {
        return entries(release).stream()
                .map(entry -> entry.path("event").asString())
                .toList();
    }

    private static void asksForEvidence(AuditWorld audit) {
        audit.importSampleControls();
        var asked = audit.post(
                "audit-manager",
                "/api/engagements/" + audit.engagement + "/requests",
                Map.of(
                        "title",
                        "One more",
                        "kind",
                        "DOCUMENT",
                        "controls",
                        List.of("ORG-01"),
                        "owner",
                        audit.name("control-owner"),
                        "due",
                        "2099-01-01"));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
    }

    /** Of everything that runs for the audit. */
    private List<String> bundlesOf(AuditWorld audit) {
        List<String> found = database.sql("select d.DEPLOYMENT_ID_ from ACT_RU_EXECUTION e"
                        + " join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_ where e.BUSINESS_KEY_ = ?")
                .param(audit.engagement)
                .query(String.class)
                .list();
        assertThat(found).hasSizeGreaterThan(1);
        return found;
    }
}
