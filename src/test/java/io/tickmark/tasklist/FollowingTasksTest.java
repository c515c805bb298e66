package io.tickmark.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Statements;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who completes a task is told what follows: from what was just written, or after the steps that come in between. */
@Tag("database")
@TickmarkTest
class FollowingTasksTest {

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    private AuditWorld audit;

    @BeforeEach
    void anAudit() {
        audit = new AuditWorld(port, json, people, clients);
    }

    @Test
    void theTaskThatFollowsIsToldAsTheListShowsIt() {
        JsonNode next = next("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "II"));

        assertThat(next).hasSize(1);
        assertThat(next.get(0).path("key").asString()).isEqualTo("UserTask_DecideProposal");
        assertThat(next).isEqualTo(listed("client-sponsor"));
    }

    @Test
    void tasksBehindAStepAreWaitedForAndToldToo() {
        upToTheLicence();
        JsonNode next = next("audit-partner", "ConfirmLicence", Map.of());

        assertThat(next.valueStream().map(task -> task.path("key").asString()))
                .hasSize(5)
                .containsOnly("UserTask_ConfirmIndependence");
    }

    @Test
    void whereNoStepComesInBetweenNobodyAsksWhatFollows() {
        JsonNode task = audit.task("audit-manager", "PrepareProposal");
        List<String> statements = Statements.during(() -> assertThat(
                        audit.complete("audit-manager", task, Map.of("understanding", "SaaS", "approach", "II"))
                                .status())
                .isEqualTo(200));

        assertThat(statements).noneMatch(sql -> sql.contains("ACT_RU_JOB j") || sql.contains("max(seq_no)"));
    }

    private void upToTheLicence() {
        audit.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        audit.done("client-sponsor", "DecideProposal", Map.of("proposalDecision", "accept"));
        audit.done(
                "client-compliance",
                "DescribeNeed",
                Map.of(
                        "services", "Storage 📦",
                        "readers", "customers",
                        "financialReporting", "no",
                        "timeFrame", "period"));
        audit.done("audit-manager", "ConfirmReports", Map.of("categories", List.of("SECURITY")));
    }

    private JsonNode next(String role, String phrase, Map<String, ?> data) {
        AuditWorld.Answer answer = audit.complete(role, phrase, data);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("next");
    }

    private JsonNode listed(String role) {
        return audit.get(role, "/api/tasks?engagement=" + audit.engagement)
                .body()
                .path("items");
    }
}
