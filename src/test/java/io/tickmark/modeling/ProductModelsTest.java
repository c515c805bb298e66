package io.tickmark.modeling;

import static io.tickmark.modeling.ModelOwners.form;
import static io.tickmark.modeling.ModelOwners.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A new version of the product starts on a database that an older one has used. */
@TickmarkTest
class ProductModelsTest {

    private static final String ONE = "decide-renewal.form";
    private static final String TWO = "roll-forward.form";

    private final ModelOwners owners;
    private final ProductModels product;
    private final Bundles bundles;
    private final JdbcClient database;
    private final ReleaseFiles files;

    ProductModelsTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped,
            @Autowired ProductModels product,
            @Autowired JdbcClient database,
            @Autowired ReleaseFiles files) {
        this.owners = new ModelOwners(port, people, bundles, shipped);
        this.product = product;
        this.bundles = bundles;
        this.database = database;
        this.files = files;
    }

    @AfterEach
    void putBack() {
        owners.putBack();
    }

    @Test
    void theSameVersionIsBroughtOnce() {
        String live = bundles.live();
        int releases = releases();
        product.bring();
        assertThat(bundles.live()).isEqualTo(live);
        assertThat(releases()).isEqualTo(releases);
    }

    @Test
    void itGoesLiveByItselfWhereNobodyChangedAnything() {
        nobodyChangedAnything();
        ModelSet next = now().with(ONE, marked(ONE, "next"));

        product.bring(next);

        assertThat(now().fingerprint()).isEqualTo(next.fingerprint());
        JsonNode newest = newest();
        assertThat(newest.path("origin").asString()).isEqualTo("product");
        assertThat(newest.path("state").asString()).isEqualTo("live");
        assertThat(newest.path("decidedBy").isNull()).isTrue();
    }

    @Test
    void twoNodesThatStartAtOnceDeployItOnce() {
        nobodyChangedAnything();
        ModelSet next = now().with(ONE, marked(ONE, "nodes"));
        int releases = releases();
        var one = CompletableFuture.runAsync(() -> product.bring(next));
        var two = CompletableFuture.runAsync(() -> product.bring(next));
        one.join();
        two.join();
        assertThat(releases()).isEqualTo(releases + 1);
        assertThat(now().fingerprint()).isEqualTo(next.fingerprint());
    }

    @Test
    void itIsOfferedAsAMergeWhereTheFirmHasItsOwn() {
        nobodyChangedAnything();
        ModelSet before = now();
        String firms = new String(marked(ONE, "firm"), StandardCharsets.UTF_8);
        owners.approved(owners.second, owners.submitted(owners.owner, ONE, firms));
        String live = bundles.live();

        product.bring(before.with(TWO, marked(TWO, "next")));

        assertThat(bundles.live()).isEqualTo(live);
        String offer = newest().path("id").asString();
        assertThat(newest().path("state").asString()).isEqualTo("waiting");
        assertThat(owners.one(offer).path("files").toString())
                .isEqualTo("[{\"name\":\"" + TWO + "\",\"change\":\"changed\"}]");
        owners.approved(owners.owner, offer);
        assertThat(owners.live(ONE)).isEqualTo(firms);
        assertThat(owners.live(TWO)).contains("next");
    }

    @Test
    void whatBothChangedIsAnOwnersDecision() {
        nobodyChangedAnything();
        ModelSet before = now();
        String firms = new String(marked(ONE, "firm"), StandardCharsets.UTF_8);
        owners.approved(owners.second, owners.submitted(owners.owner, ONE, firms));
        byte[] theirs = marked(ONE, "theirs");
        product.bring(before.with(ONE, theirs).with(TWO, marked(TWO, "theirs")));
        String offer = newest().path("id").asString();

        assertThat(owners.one(offer).path("files").toString())
                .contains("{\"name\":\"" + ONE + "\",\"change\":\"conflict\"}");
        String address = "/api/releases/" + offer + "/files/" + ONE;
        assertThat(owners.owner.get(address + "?of=product").body()).contains("theirs");
        assertThat(owners.owner.get(address + "?of=base").body()).isEqualTo(firms);
        Reply early = owners.decide(owners.owner, offer, "approve");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains(ONE).contains("decides first");

        String both = firms.replace("\"firm ", "\"firm and theirs ");
        String decided = taken(form().field("release", offer).file(ONE, both).to(owners.owner, "/api/models"));
        assertThat(owners.state(offer)).isEqualTo("superseded");
        assertThat(owners.one(decided).path("files").toString()).doesNotContain("conflict");
        owners.approved(owners.second, decided);
        assertThat(owners.live(ONE)).isEqualTo(both);
        assertThat(owners.live(TWO)).contains("theirs");

        // what was decided once is not asked again by the version after it
        product.bring(before.with(ONE, theirs).with(TWO, marked(TWO, "later")));
        assertThat(owners.one(newest().path("id").asString()).path("files").toString())
                .isEqualTo("[{\"name\":\"" + TWO + "\",\"change\":\"changed\"}]");
    }

    @Test
    void keepingTheFirmsTextIsADecisionTooAndIsTold() {
        nobodyChangedAnything();
        ModelSet before = now();
        String firms = new String(marked(ONE, "firm"), StandardCharsets.UTF_8);
        owners.approved(owners.second, owners.submitted(owners.owner, ONE, firms));
        product.bring(before.with(ONE, marked(ONE, "theirs")));
        String offer = newest().path("id").asString();

        String kept = taken(owners.decide(owners.owner, offer, "submit-again"));
        assertThat(owners.one(kept).path("findings").toString()).contains(ONE, "Your text stays");
        owners.approved(owners.second, kept);
        assertThat(owners.live(ONE)).isEqualTo(firms);
    }

    /** As in a database where only versions of the product were ever live. */
    private void nobodyChangedAnything() {
        String fingerprint = now().fingerprint();
        if (!files.knowsProduct(fingerprint)) {
            files.keepProduct(fingerprint, now());
        }
        database.sql("update model_release set origin = 'PRODUCT', product = ? where bundle_id = ?")
                .params(fingerprint, bundles.live())
                .update();
    }

    private ModelSet now() {
        return ModelSet.ofBundle(bundles.files(bundles.live()));
    }

    /** The live form with a mark that nobody sees; new at each call. */
    private byte[] marked(String name, String mark) {
        return owners.live(name)
                .replaceFirst(
                        "\"version\"\\s*:\\s*\"[^\"]*\"", "\"version\": \"" + mark + " " + UUID.randomUUID() + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode newest() {
        return owners.owner.get("/api/releases?limit=1").json().path("items").get(0);
    }

    private int releases() {
        return database.sql("select count(*) from model_release")
                .query(Integer.class)
                .single();
    }
}
