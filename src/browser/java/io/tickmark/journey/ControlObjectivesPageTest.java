package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The scope of a SOC 1 in the browser: control objectives in place of controls picked for criteria. */
@Tag("browser")
@TickmarkTest
class ControlObjectivesPageTest {

    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            PAY-01,Hours approved,A manager approves the hours of each month.,SOC1,monthly,preventive/manual,DOC approval of a month
            """;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void anObjectiveIsStatedWithTheControlsThatServeIt() {
        String address = "http://127.0.0.1:" + port;
        var cast = new Cast(address, people, "Ledgerline");
        cast.importControls(CONTROLS.getBytes(StandardCharsets.UTF_8));
        String audit = propose(cast, cast.today());
        new Stranger(cast.all()).work(audit, task -> task.path("key").asString().equals("UserTask_DefineScope"));
        Api compliance = cast.as("client-compliance");
        String task = Stranger.list(compliance, "/api/tasks?limit=50&engagement=" + audit).stream()
                .filter(open -> open.path("key").asString().equals("UserTask_DefineScope"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        compliance.post("/api/tasks/" + task + "/claim", Map.of()).ok();

        try (var browser = new Browser(address)) {
            Page page = browser.signIn(compliance.username());
            TaskPage scope = new TaskPage(page).open(audit, task);
            assertThat(scope.form().innerText())
                    .contains("Control objectives")
                    .doesNotContain("Controls in scope", "Criteria that do not apply");
            scope.answer().complete();
            assertThat(browser.complaints()).isEmpty();
        }
        JsonNode objectives = cast.as("audit-partner")
                .get("/api/engagements/" + audit + "/scope")
                .ok()
                .path("criteria");
        assertThat(objectives).singleElement().satisfies(objective -> {
            assertThat(objective.path("id").asString()).isEqualTo("CO1");
            assertThat(objective.path("controls").path(0).asString()).isEqualTo("PAY-01");
        });
    }

    private static String propose(Cast cast, LocalDate today) {
        return cast.as("audit-manager")
                .post(
                        "/api/engagements",
                        Map.of(
                                "client", cast.client(),
                                "reports",
                                        List.of(Map.of(
                                                "reportType", "SOC1",
                                                "attestationType", "TYPE_I",
                                                "asOf", today.plusDays(90))),
                                "team", cast.team()))
                .ok()
                .path("id")
                .asString();
    }
}
