package io.tickmark.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class RenewedScopeTest {

    private final AuditWorld last;

    RenewedScopeTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        last = new AuditWorld(port, json, people, clients);
    }

    @Test
    void lastYearsAnswersAreProposed() {
        last.importSampleControls();
        last.accepted(List.of("SECURITY"));
        last.kickedOff();
        last.scopeDefined(Map.of(
                "boundaries",
                "The storage service 📦",
                "controls",
                List.of("ORG-01", "ACC-02"),
                "userEntityControls",
                List.of(Map.of("control", "Remove leavers"))));
        last.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        AuditWorld next = last.renewed();

        next.accepted(List.of("SECURITY"));
        next.done("audit-manager", "DraftEngagementLetter", Map.of());
        next.done("audit-partner", "SignLetterForFirm", Map.of("signature", true));
        next.done("client-sponsor", "SignLetterForClient", Map.of("signature", true));
        next.done("audit-manager", "HoldKickoff", Map.of("minutes", "As last year"));
        JsonNode system = next.task("client-compliance", "DescribeSystem").path("data");
        assertThat(system.path("commitments").asString()).isEqualTo("Our commitments");
        assertThat(next.task("control-owner", "RecordInventory").path("data").toString())
                .contains("Ledger 📒");
        next.done("client-compliance", "DescribeSystem", Map.of());
        next.done("control-owner", "RecordInventory", Map.of());
        JsonNode scope = next.task("client-compliance", "DefineScope").path("data");
        assertThat(scope.path("boundaries").asString()).isEqualTo("The storage service 📦");
        assertThat(scope.path("controls").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("ORG-01", "ACC-02");
        assertThat(scope.path("userEntityControls").get(0).path("control").asString())
                .isEqualTo("Remove leavers");
    }
}
