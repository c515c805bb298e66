package io.tickmark.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class MilestonesOverHttpTest {

    @Test
    void theyStandAsAnAuditComesToThem(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        var audit = new AuditWorld(port, json, people, clients);
        assertThat(audit.get("audit-manager", "/api/engagements/" + audit.engagement + "/milestones")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(milestone -> milestone.path("name").asString()))
                .containsExactly(
                        "Engagement letter signed",
                        "Scope frozen",
                        "Readiness known",
                        "Gaps closed",
                        "Period begins",
                        "Request list issued",
                        "Period over",
                        "Fieldwork complete",
                        "Renewal decided",
                        "Draft report out",
                        "Report issued",
                        "File locked");
    }
}
