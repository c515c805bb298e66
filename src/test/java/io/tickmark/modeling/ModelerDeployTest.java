package io.tickmark.modeling;

import static io.tickmark.modeling.ModelOwners.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import io.tickmark.modeling.ModelOwners.Form;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What Camunda Modeler 5 sends when somebody presses Deploy, with a token of ours. */
@TickmarkTest
class ModelerDeployTest {

    private static final String CREATE = "/engine-rest/deployment/create";

    private static final int AT_ONCE = 4;

    private final int port;
    private final ModelOwners owners;
    private final Bundles bundles;
    private Caller modeler;
    private String live = "";

    ModelerDeployTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped) {
        this.port = port;
        this.owners = new ModelOwners(port, people, bundles, shipped);
        this.bundles = bundles;
        this.modeler = owners.owner;
    }

    @BeforeEach
    void signIn() {
        String token = owners.owner
                .post("/api/tokens", "{\"name\":\"Modeler\"}")
                .json()
                .path("token")
                .asString();
        modeler = Caller.bearer(port, token)
                .with("Accept", "application/json")
                .with("User-Agent", "Mozilla/5.0 camunda-modeler/5.48.0");
        live = bundles.live();
    }

    @AfterEach
    void putBack() {
        owners.putBack();
    }

    @Test
    void itFindsSomebodyThereAndIsAskedToSignIn() {
        Reply stranger =
                Caller.nobody(port).with("Accept", "application/json").get("/engine-rest/deployment?maxResults=0");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(modeler.get("/engine-rest/deployment?maxResults=0").body()).isEqualTo("[]");
        assertThat(modeler.get("/engine-rest/version").json().path("version").asString())
                .isEqualTo("7.24.0");
        assertThat(owners.staff.get("/engine-rest/version").status()).isEqualTo(403);
        assertThat(sent("any.bpmn", "<x/>").to(owners.staff, CREATE).status()).isEqualTo(403);
    }

    @Test
    void nothingElseOfTheEngineIsThere() {
        for (String path : new String[] {
            "/engine-rest/process-definition",
            "/engine-rest/engine",
            "/engine-rest/task",
            "/engine-rest/history/process-instance",
            "/engine-rest/deployment/" + live
        }) {
            assertThat(modeler.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(modeler.post("/engine-rest/process-definition/key/engagement/start", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDiagramAndItsFormsWaitForTheSecondOwnerUnderTheNamesOfWhatTheyHold() {
        String model = owners.changed("renewal.bpmn", "name=\"Renewal due\"", "name=\"Renewal is due\"");
        String form = owners.changed("decide-renewal.form", "\"5.34.0\"", "\"5.35.0\"");
        Form sent = sent("My renewal (2).bpmn", model)
                .part("form.form", "form.form", form.getBytes(StandardCharsets.UTF_8));

        Reply reply = sent.to(modeler, CREATE);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode deployment = reply.json();
        assertThat(deployment.path("name").asString()).isEqualTo("renewal-process");
        assertThat(deployment.path("source").asString()).isEqualTo("Camunda Modeler");
        assertThat(deployment.path("deploymentTime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\+0000");
        assertThat(deployment.path("links").isArray()).isTrue();
        assertThat(deployment.path("deployedProcessDefinitions").isObject()).isTrue();
        assertThat(bundles.live()).isEqualTo(live);

        String release = deployment.path("id").asString();
        assertThat(owners.one(release).path("note").asString()).isEqualTo("renewal-process, from Camunda Modeler");
        assertThat(sent.to(modeler, CREATE).json().path("id").asString())
                .as("pressed again")
                .isEqualTo(release);
        assertThat(owners.decide(owners.owner, release, "approve").status()).isEqualTo(403);
        owners.approved(owners.second, release);
        assertThat(owners.live("renewal.bpmn")).isEqualTo(model);
        assertThat(owners.live("decide-renewal.form")).isEqualTo(form);
    }

    @Test
    void whatIsSentAtOnceWaitsEachUnderANumberOfItsOwn() {
        List<CompletableFuture<Reply>> presses = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> sent(
                        "renewal.bpmn",
                        owners.changed("renewal.bpmn", "name=\"Renewal due\"", "name=\"Due " + i + "\"")))
                .map(diagram -> CompletableFuture.supplyAsync(() -> diagram.to(modeler, CREATE)))
                .toList();
        List<Reply> replies = presses.stream().map(CompletableFuture::join).toList();
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(200));
        assertThat(replies.stream()
                        .map(reply -> owners.one(reply.json().path("id").asString()))
                        .map(release -> release.path("number").asInt())
                        .distinct())
                .hasSize(AT_ONCE);
    }

    @Test
    void oneDiagramSentTwiceAtOnceWaitsOnce() {
        Form diagram =
                sent("renewal.bpmn", owners.changed("renewal.bpmn", "name=\"Renewal due\"", "name=\"Due once\""));
        var one = CompletableFuture.supplyAsync(() -> diagram.to(modeler, CREATE));
        var other = CompletableFuture.supplyAsync(() -> diagram.to(modeler, CREATE));
        assertThat(one.join().json().path("id").asString())
                .as(one.join().body())
                .isNotEmpty()
                .isEqualTo(other.join().json().path("id").asString());
    }

    @Test
    void findingsComeInTheShapeOfTheEnginesOwn() {
        String model =
                owners.changed("renewal.bpmn", "camunda:formRef=\"decide-renewal\"", "camunda:assignee=\"${x.y()}\"");
        Reply reply = sent("renewal.bpmn", model).to(modeler, CREATE);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("type").asString()).isEqualTo("ParseException");
        assertThat(reply.json().path("message").asString()).contains("UserTask_DecideRenewal");
        JsonNode error =
                reply.json().path("details").path("renewal.bpmn").path("errors").get(0);
        assertThat(error.path("mainElementId").asString()).isEqualTo("UserTask_DecideRenewal");
        assertThat(error.path("line").asInt()).isPositive();
        assertThat(bundles.live()).isEqualTo(live);
    }

    @Test
    void otherRefusalsCarryAMessageThatModelerShows() {
        Reply same = sent("renewal.bpmn", owners.live("renewal.bpmn")).to(modeler, CREATE);
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.json().path("message").asString()).contains("same as the live");
        Reply none = form().field("deployment-name", "x").to(modeler, CREATE);
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().path("message").asString()).contains("no model");
        Reply kind = sent("case.cmmn", "<x/>").to(modeler, CREATE);
        assertThat(kind.json().path("message").asString()).contains(".bpmn");
        Reply doctype = sent("x.bpmn", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/\"><x/>")
                .to(modeler, CREATE);
        assertThat(doctype.status()).as(doctype.body()).isEqualTo(400);
        assertThat(doctype.json().path("type").asString()).isEqualTo("ParseException");
    }

    private static Form sent(String name, String text) {
        return form().field("deployment-name", "renewal-process")
                .field("deployment-source", "Camunda Modeler")
                .field("enable-duplicate-filtering", "true")
                .part(name, name, text.getBytes(StandardCharsets.UTF_8));
    }
}
