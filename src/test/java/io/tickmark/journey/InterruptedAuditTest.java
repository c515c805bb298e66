package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What stops an audit over HTTP: it is declined, it is suspended and goes on, it is withdrawn and its file still assembled. */
@TickmarkTest
class InterruptedAuditTest {

    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,DOC access procedure
            """;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void aDeclinedProposalEndsTheEngagementWithItsReasonOnFile() {
        var cast = new Cast("http://127.0.0.1:" + port, people, "Nothanks");
        String id = cast.startAudit(cast.today());
        new Stranger(cast.all())
                .told(
                        "UserTask_DecideProposal",
                        Map.of("proposalDecision", "decline", "proposalReason", "The service is given up."))
                .work(id);
        JsonNode declined = engagement(cast, id);
        assertThat(declined.path("phase").asString()).isEqualTo("declined");
        assertThat(declined.path("openTasks").asInt()).isZero();
        assertThat(cast.as("audit-partner")
                        .get("/api/engagements/" + id + "/file")
                        .text())
                .contains("The service is given up.");
        assertThat(lead(cast, id, "suspend").status()).isEqualTo(409);
        assertThat(lead(cast, id, "withdraw").status()).isEqualTo(409);
    }

    @Test
    void aSuspendedAuditWaitsGoesOnAndMayStillBeWithdrawn() {
        var cast = new Cast("http://127.0.0.1:" + port, people, "Pause");
        cast.importControls(CONTROLS.getBytes(StandardCharsets.UTF_8));
        String id = cast.startAudit(cast.today());
        var stranger = new Stranger(cast.all());
        stranger.work(id, task -> task.path("key").asString().equals("UserTask_DefineScope"));

        assertThat(cast.as("client-sponsor")
                        .post("/api/engagements/" + id + "/suspend", Map.of("reason", "A merger"))
                        .status())
                .isEqualTo(403);
        assertThat(cast.as("audit-manager")
                        .post("/api/engagements/" + id + "/suspend", Map.of())
                        .status())
                .isEqualTo(422);
        JsonNode waiting = theOneTask(cast, id);
        assertThat(lead(cast, id, "suspend").status()).isEqualTo(200);
        assertThat(engagement(cast, id).path("phase").asString()).isEqualTo("suspended");
        assertThat(cast.as("client-compliance")
                        .post(
                                "/api/tasks/" + waiting.path("id").asString() + "/complete",
                                Map.of("version", waiting.path("version").asInt(), "data", Map.of()))
                        .status())
                .isEqualTo(409);
        assertThat(lead(cast, id, "suspend").status()).isEqualTo(409);
        assertThat(lead(cast, id, "resume").status()).isEqualTo(200);
        assertThat(engagement(cast, id).path("phase").asString()).isEqualTo("scoping");
        stranger.work(id);
        cast.later("P25D");
        stranger.work(id, task -> task.path("key").asString().equals("UserTask_ProvideEvidence"));
        assertThat(theOneTask(cast, id).path("key").asString()).isEqualTo("UserTask_ProvideEvidence");

        assertThat(lead(cast, id, "suspend").status()).isEqualTo(200);
        assertThat(lead(cast, id, "withdraw").status()).isEqualTo(200);
        assertThat(engagement(cast, id).path("phase").asString()).isEqualTo("withdrawn");
        assertThat(Stranger.list(cast.as("control-owner"), "/api/tasks?limit=50&engagement=" + id))
                .isEmpty();
        stranger.work(id);
        assertThat(stranger.completed("UserTask_AssembleWithdrawnFile")).isOne();
        assertThat(engagement(cast, id).path("openTasks").asInt()).isZero();
        assertThat(cast.as("audit-partner")
                        .get("/api/engagements/" + id + "/trail?format=export")
                        .text())
                .contains("engagement-suspended", "engagement-resumed", "engagement-withdrawn", "file-locked");
    }

    private static Api.Answer lead(Cast cast, String id, String act) {
        return cast.as("audit-partner").post("/api/engagements/" + id + "/" + act, Map.of("reason", "A merger"));
    }

    private static JsonNode theOneTask(Cast cast, String id) {
        List<JsonNode> open = cast.all().stream()
                .flatMap(person -> Stranger.list(person, "/api/tasks?limit=50&engagement=" + id).stream())
                .toList();
        assertThat(open).isNotEmpty();
        return open.get(0);
    }

    private static JsonNode engagement(Cast cast, String id) {
        return cast.as("audit-partner").get("/api/engagements/" + id).ok();
    }
}
