package io.tickmark.modeling;

import static io.tickmark.modeling.ModelOwners.form;
import static io.tickmark.modeling.ModelOwners.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TickmarkTest
class ReleasesOverHttpTest {

    private static final String FORM = "decide-renewal.form";
    private static final String OTHER = "roll-forward.form";

    private final ModelOwners owners;
    private final Bundles bundles;
    private final Clients clients;

    private final Map<String, String> shippedTexts = new ConcurrentHashMap<>();
    private String liveBefore = "";
    private Map<String, Integer> filesBefore = Map.of();

    ReleasesOverHttpTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped,
            @Autowired Clients clients) {
        this.owners = new ModelOwners(port, people, bundles, shipped);
        this.bundles = bundles;
        this.clients = clients;
    }

    @BeforeEach
    void remember() {
        liveBefore = bundles.live();
        filesBefore = owners.files();
    }

    @AfterEach
    void putBack() {
        owners.putBack();
    }

    @Test
    @Tag("database")
    void aChangeWaitsForTheSecondOwnerAndIsThenLiveAsOneWholeBundle() {
        String release = owners.submitted(owners.owner, FORM, text("one"));

        untouched();
        JsonNode waiting = owners.one(release);
        assertThat(waiting.path("files").toString()).isEqualTo("[{\"name\":\"" + FORM + "\",\"change\":\"changed\"}]");
        assertThat(waiting.path("submittedBy").asString()).isEqualTo(owners.ownerName);
        assertThat(waiting.path("baseMoved").asBoolean()).isFalse();
        assertThat(owners.second
                        .get("/api/releases")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(release);

        owners.approved(owners.second, release);

        assertThat(owners.live(FORM)).isEqualTo(text("one"));
        assertThat(owners.files().keySet()).isEqualTo(filesBefore.keySet());
        assertThat(bundles.live()).isEqualTo(owners.one(release).path("bundle").asString());
        assertThat(owners.one(release).path("decidedBy").asString()).isEqualTo(owners.secondName);
        assertThat(owners.staff
                        .get("/api/releases/" + release + "/files/" + FORM)
                        .body())
                .isEqualTo(text("one"));
        assertThat(owners.staff
                        .get("/api/releases/" + release + "/files/" + FORM + "?of=base")
                        .body())
                .isNotEqualTo(text("one"))
                .contains("decide-renewal");
    }

    @Test
    void aFileIsAddedAndTakenOutAgain() {
        String extra = owners.live(FORM)
                .replace("\"decide-renewal\"", "\"extra-note\"")
                .replace("renewalDecision", "extraNote");
        owners.approved(owners.second, owners.submitted(owners.owner, "extra-note.form", extra));
        assertThat(owners.live("extra-note.form")).isEqualTo(extra);

        Reply gone = form().field("remove", "extra-note.form").to(owners.second, "/api/models");
        owners.approved(owners.owner, taken(gone));
        assertThat(owners.live("extra-note.form")).isEmpty();
        assertThat(owners.files()).isEqualTo(filesBefore);
    }

    @Test
    void onlyProcessOwnersOfTheFirmMayAndClientsSeeNothing() {
        Caller sponsor = owners.ofClient(clients.create("Woodgrove " + UUID.randomUUID()));
        String release = owners.submitted(owners.owner, FORM, text("two"));

        for (Caller other : new Caller[] {owners.staff, sponsor}) {
            assertThat(form().file(FORM, text("x")).to(other, "/api/models").status())
                    .isEqualTo(403);
            assertThat(form().file(FORM, text("x"))
                            .to(other, "/api/models/check")
                            .status())
                    .isEqualTo(403);
            assertThat(owners.decide(other, release, "approve").status()).isEqualTo(403);
            assertThat(owners.decide(other, release, "withdraw").status()).isEqualTo(403);
            assertThat(owners.decide(other, release, "submit-again").status()).isEqualTo(403);
            assertThat(other.post("/api/releases/" + release + "/reject", "{\"reason\":\"no\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(owners.staff.get("/api/releases").status()).isEqualTo(200);
        assertThat(sponsor.get("/api/releases").status()).isEqualTo(404);
        assertThat(sponsor.get("/api/releases/" + release).status()).isEqualTo(404);
        assertThat(sponsor.get("/api/releases/trail").status()).isEqualTo(404);
        assertThat(owners.staff.get("/api/releases/trail").status()).isEqualTo(403);
        assertThat(owners.decide(owners.second, UUID.randomUUID().toString(), "approve")
                        .status())
                .isEqualTo(404);
        untouched();
    }

    @Test
    void nobodyDecidesTheirOwnRelease() {
        String release = owners.submitted(owners.owner, FORM, text("three"));

        Reply approved = owners.decide(owners.owner, release, "approve");
        assertThat(approved.status()).isEqualTo(403);
        assertThat(approved.body()).contains("another process owner");
        assertThat(owners.owner
                        .post("/api/releases/" + release + "/reject", "{\"reason\":\"no\"}")
                        .status())
                .isEqualTo(403);
        assertThat(owners.decide(owners.second, release, "withdraw").status()).isEqualTo(403);
        assertThat(owners.state(release)).isEqualTo("waiting");
        untouched();

        assertThat(owners.decide(owners.owner, release, "withdraw").status()).isEqualTo(200);
        assertThat(owners.decide(owners.second, release, "approve").status()).isEqualTo(409);
        untouched();
    }

    @Test
    void aRejectionSaysWhyAndEndsIt() {
        String release = owners.submitted(owners.owner, FORM, text("four"));

        Reply mute = owners.second.post("/api/releases/" + release + "/reject", "{\"reason\":\" \"}");
        assertThat(mute.status()).isEqualTo(422);
        assertThat(mute.json().path("errors").get(0).path("field").asString()).isEqualTo("reason");

        Reply told = owners.second.post("/api/releases/" + release + "/reject", "{\"reason\":\"Too long 🙃\"}");
        assertThat(told.json().path("state").asString()).isEqualTo("rejected");
        assertThat(owners.one(release).path("reason").asString()).isEqualTo("Too long 🙃");
        assertThat(owners.decide(owners.second, release, "approve").status()).isEqualTo(409);
        untouched();
    }

    @Test
    @Tag("database")
    void twoOwnersSubmitAtOnceAndTheFirstThatIsApprovedWins() {
        var first = CompletableFuture.supplyAsync(() -> owners.submitted(owners.owner, FORM, text("mine")));
        var other = CompletableFuture.supplyAsync(() -> owners.submitted(owners.second, OTHER, roll("yours")));
        String mine = first.join();
        String yours = other.join();
        assertThat(owners.one(mine).path("number").asInt())
                .isNotEqualTo(owners.one(yours).path("number").asInt());

        owners.approved(owners.second, mine);
        Map<String, Integer> live = owners.files();
        Reply late = owners.decide(owners.owner, yours, "approve");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("went live after").contains("again");
        assertThat(owners.one(yours).path("baseMoved").asBoolean()).isTrue();
        assertThat(owners.files()).isEqualTo(live);

        Reply again = owners.decide(owners.second, yours, "submit-again");
        assertThat(owners.state(yours)).isEqualTo("superseded");
        owners.approved(owners.owner, taken(again));
        assertThat(owners.live(FORM)).isEqualTo(text("mine"));
        assertThat(owners.live(OTHER)).isEqualTo(roll("yours"));
    }

    @Test
    void whatBothChangedIsNotCompletedAnew() {
        String mine = owners.submitted(owners.owner, FORM, text("mine"));
        String yours = owners.submitted(owners.second, FORM, text("yours"));
        owners.approved(owners.second, mine);

        Reply again = owners.decide(owners.second, yours, "submit-again");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains(FORM);
        assertThat(owners.state(yours)).isEqualTo("waiting");
        assertThat(owners.live(FORM)).isEqualTo(text("mine"));
    }

    @Test
    @Tag("database")
    void oneApprovalOfTwoAtOnceCounts() {
        String release = owners.submitted(owners.owner, FORM, text("once"));
        var one = CompletableFuture.supplyAsync(() -> owners.decide(owners.second, release, "approve"));
        var two = CompletableFuture.supplyAsync(() -> owners.decide(owners.second, release, "approve"));
        assertThat(new int[] {one.join().status(), two.join().status()}).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void anEarlierBundleComesBackWholeWhenTheSecondOwnerApproves() {
        String first = owners.submitted(owners.owner, FORM, text("first"));
        owners.approved(owners.second, first);
        Map<String, Integer> wanted = owners.files();
        String next =
                taken(form().file(FORM, text("next")).file(OTHER, roll("next")).to(owners.owner, "/api/models"));
        owners.approved(owners.second, next);
        assertThat(owners.state(first)).isEqualTo("replaced");

        String back =
                taken(owners.second.post("/api/releases/" + first + "/submit-again", "{\"note\":\"It was better\"}"));
        assertThat(owners.one(back).path("cameFrom").asString()).isEqualTo(first);
        assertThat(owners.decide(owners.second, back, "approve").status()).isEqualTo(403);
        owners.approved(owners.owner, back);
        assertThat(owners.files()).isEqualTo(wanted);
    }

    @Test
    void theSameSetIsNotReleasedTwice() {
        Reply same = form().file(FORM, owners.live(FORM)).to(owners.owner, "/api/models");
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.body()).contains("same as the live");

        owners.submitted(owners.owner, FORM, text("twice"));
        Reply twin = form().file(FORM, text("twice")).to(owners.second, "/api/models");
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(twin.body()).contains("waits with exactly these models");
    }

    @Test
    void theSameKeyMakesOneRelease() {
        Caller keyed = owners.owner.with("Idempotency-Key", "release-" + UUID.randomUUID());
        Reply one = form().file(FORM, text("keyed")).to(keyed, "/api/models");
        Reply two = form().file(FORM, text("keyed")).to(keyed, "/api/models");
        assertThat(taken(two)).isEqualTo(taken(one));
        assertThat(form().file(FORM, text("other")).to(keyed, "/api/models").status())
                .isEqualTo(409);
    }

    @Test
    void aCheckKeepsNothing() {
        Reply good = form().file(FORM, text("checked")).to(owners.owner, "/api/models/check");
        assertThat(good.status()).as(good.body()).isEqualTo(200);
        assertThat(good.json().path("deployable").asBoolean()).as(good.body()).isTrue();

        Reply bad = form().file("renewal.bpmn", "<bpmn").to(owners.owner, "/api/models/check");
        assertThat(bad.json().path("deployable").asBoolean()).isFalse();
        JsonNode finding = bad.json().path("findings").get(0);
        assertThat(finding.path("file").asString()).isEqualTo("renewal.bpmn");
        assertThat(finding.path("severity").asString()).isEqualTo("error");
        assertThat(owners.owner.get("/api/releases").json().path("items").toString())
                .doesNotContain("checked");
        untouched();
    }

    @Test
    void theDescriptionOfTheApiNamesEveryCall() {
        JsonNode paths = owners.owner.get("/v3/api-docs").json().path("paths");
        for (String path : new String[] {
            "/api/models",
            "/api/models/check",
            "/api/releases",
            "/api/releases/{id}",
            "/api/releases/{id}/approve",
            "/api/releases/{id}/reject",
            "/api/releases/{id}/withdraw",
            "/api/releases/{id}/submit-again",
            "/api/releases/{id}/files/{name}",
            "/api/releases/trail",
            "/engine-rest/deployment/create"
        }) {
            assertThat(paths.has(path)).as(path).isTrue();
        }
        assertThat(paths.path("/api/models").has("post")).isTrue();
    }

    private void untouched() {
        assertThat(bundles.live()).isEqualTo(liveBefore);
        assertThat(owners.files()).isEqualTo(filesBefore);
    }

    private String text(String mark) {
        return shippedForm(FORM, mark);
    }

    private String roll(String mark) {
        return shippedForm(OTHER, mark);
    }

    /** The shipped form with a mark that people never see, so that nothing else changes. */
    private String shippedForm(String name, String mark) {
        return shippedTexts
                .computeIfAbsent(name, owners::live)
                .replaceFirst("\"version\"\\s*:\\s*\"[^\"]*\"", "\"version\": \"" + mark + "\"");
    }
}
