package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import io.tickmark.modeling.OwnersModels;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Somebody who knows only the public API and reads forms finishes an audit, and next year's waits. */
@TickmarkTest
class StrangerJourneyTest {

    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,POP access granted in the period;SMP approved request for each sampled grant;DOC access procedure
            CHG-01,Changes approved,Every change is approved before release.,CC8.1,per_event,preventive/manual,POP releases in the period;SMP approval of each sampled release
            OPS-01,Monitoring watched,Somebody watches alerts on the wall display.,CC7.2,continuous,detective/automated,OBS alert handling;CFG alert rules
            """;
    private static final String ONE_CONTROL = CONTROLS.lines().limit(2).collect(Collectors.joining("\n", "", "\n"));

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Bundles bundles;

    @Autowired
    ShippedModels shipped;

    @Test
    @Tag("database")
    void aStrangerFinishesAnAudit() {
        finish(new Cast("http://127.0.0.1:" + port, people, "Tailspin"), CONTROLS);
    }

    @Test
    void aStrangerFinishesAnAuditByModelsThatAnOwnerChanged() {
        var models = new OwnersModels(port, people, bundles, shipped);
        var cast = new Cast("http://127.0.0.1:" + port, people, "Wingtip", admin -> {
            OwnersModels.addRole(Caller.basic(port, admin.username(), Cast.PASSWORD));
            return List.of("legal");
        });
        try {
            models.publish();
            Stranger stranger = finish(cast, ONE_CONTROL);
            assertThat(stranger.completed("Activity_" + OwnersModels.REVIEW)).isOne();
        } finally {
            models.putBack();
        }
    }

    private static Stranger finish(Cast cast, String controls) {
        cast.importControls(controls.getBytes(StandardCharsets.UTF_8));
        LocalDate today = cast.today();
        String id = cast.startAudit(today);
        var stranger = new Stranger(cast.all());

        for (int month = 0; month < 8; month++) {
            stranger.work(id);
            cast.later("P30D");
        }
        stranger.work(id);

        JsonNode closed = cast.as("audit-partner").get("/api/engagements/" + id).ok();
        assertThat(closed.path("phase").asString()).isEqualTo("closed");
        assertThat(closed.path("openTasks").asInt()).isZero();
        JsonNode report = cast.as("client-sponsor")
                .get("/api/engagements/" + id + "/reports")
                .ok()
                .path("items")
                .path(0);
        assertThat(report.path("state").asString()).isEqualTo("issued");
        JsonNode next = cast.as("audit-partner")
                .get("/api/engagements/" + closed.path("next").asString())
                .ok();
        assertThat(next.path("previous").asString()).isEqualTo(id);
        assertThat(next.path("reports").path(0).path("periodStart").asString())
                .isEqualTo(today.plusDays(111).toString());
        return stranger;
    }
}
