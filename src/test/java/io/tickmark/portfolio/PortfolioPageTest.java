package io.tickmark.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Caller;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class PortfolioPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @Autowired
    private People people;

    @Autowired
    private Clients clients;

    @Autowired
    private JdbcClient database;

    private AuditWorld audit;

    @BeforeEach
    void anAudit() {
        audit = new AuditWorld(port, json, people, clients);
    }

    private String page(AuditWorld world, String role, String query) {
        Caller.Reply reply = Caller.basic(port, world.name(role), "tickmark").get("/engagements" + query);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    @Test
    void itShowsHowAnAuditStandsAndWhoHasMuchToDo() {
        String page = page(audit, "audit-staff", "");
        assertThat(page)
                .contains("/engagements/" + audit.engagement, "Engagement letter signed", ": ")
                .doesNotContain(" style=");
        assertThat(page(audit, "audit-manager", "?q=" + audit.client.toString().substring(0, 8)))
                .contains("No audit matches.");
        assertThat(page(audit, "audit-manager", "")).contains("Who has how much to do");
    }

    @Test
    void aClientSeesItsOwnAndNothingElse() {
        AuditWorld other = new AuditWorld(port, json, people, clients);
        for (String role : List.of("client-sponsor", "client-compliance", "control-owner")) {
            assertThat(page(audit, role, "")).contains(audit.engagement).doesNotContain(other.engagement);
        }
    }

    @Test
    void anEndedAuditIsListedApart() {
        database.sql("update engagement set phase = 'closed' where id = ?")
                .param(audit.engagement)
                .update();
        assertThat(page(audit, "control-owner", ""))
                .contains("No audit is running")
                .doesNotContain(audit.engagement);
        assertThat(page(audit, "control-owner", "?which=ended")).contains(audit.engagement, "Closed");
    }

    @Test
    @Tag("database")
    void itTakesAtMostTenStatementsHoweverManyAuditsThereAre() {
        List<String> one = Statements.during(() -> page(audit, "audit-staff", ""));
        assertThat(one).as(String.join("\n", one)).hasSizeBetween(1, 10);
        for (int i = 0; i < 3; i++) {
            var team = audit.get("audit-manager", "/api/engagements/" + audit.engagement)
                    .body()
                    .path("team");
            assertThat(audit.post(
                                    "audit-manager",
                                    "/api/engagements",
                                    Map.of("client", audit.client.toString(), "team", team))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(Statements.during(() -> page(audit, "audit-staff", ""))).hasSameSizeAs(one);
    }
}
