package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.FiledTask;
import io.tickmark.TickmarkTest;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class SubsequentEventsTest {

    @Autowired
    private InquireSubsequentEvents inquiry;

    @Autowired
    private JsonMapper json;

    private final AuditWorld world;
    private final Actor compliance;
    private final LocalDate end;

    SubsequentEventsTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Engagements engagements,
            @Autowired Clock clock,
            @Autowired PlatformTransactionManager transactions) {
        world = new AuditWorld(port, json, people, clients);
        compliance = people.named(world.name("client-compliance")).orElseThrow();
        end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(10);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> engagements.plan(
                        EngagementId.of(world.engagement),
                        List.of(ReportPlan.typeTwo(
                                ReportType.SOC2, List.of(Category.SECURITY), end.minusYears(1), end))));
    }

    private OpenTask task() {
        return FiledTask.open(world, "client-compliance", "InquireSubsequentEvents");
    }

    private List<Refusal> refused(String events) {
        return inquiry.validate(
                task(), compliance, new Answers(json.createObjectNode().put("subsequentEvents", events)));
    }

    private void outage(LocalDate on) {
        var answer = world.post(
                "client-compliance",
                "/api/engagements/" + world.engagement + "/incidents",
                Map.of(
                        "kind",
                        "INCIDENT",
                        "title",
                        "Outage 🔥",
                        "occurredOn",
                        on.toString(),
                        "discoveredOn",
                        on.toString(),
                        "nature",
                        "A disk was full."));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    @Test
    void whatIsOnFileSinceThePeriodEndedIsNotDenied() {
        outage(end.plusDays(1));
        assertThat(String.valueOf(inquiry.prefill(task(), compliance).get("eventsDescription")))
                .contains("Outage 🔥", "A disk was full.");
        assertThat(refused("events")).isEmpty();
        assertThat(refused("none")).singleElement().satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("subsequentEvents");
            assertThat(refusal.message()).contains("Outage 🔥", "I-1");
        });
    }

    @Test
    void whatHappenedWithinThePeriodIsNoSubsequentEvent() {
        outage(end);
        assertThat(inquiry.prefill(task(), compliance)).isEmpty();
        assertThat(refused("none")).isEmpty();
    }
}
