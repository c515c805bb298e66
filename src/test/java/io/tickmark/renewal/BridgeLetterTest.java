package io.tickmark.renewal;

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
import io.tickmark.scoping.EngagementWords;
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

/** A letter on the time after the period does not pass over what is on file for that time. */
@TickmarkTest
class BridgeLetterTest {

    @Autowired
    private DecideBridgeLetter bridge;

    @Autowired
    private JsonMapper json;

    private final AuditWorld world;
    private final Actor sponsor;
    private final LocalDate end;

    BridgeLetterTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Engagements engagements,
            @Autowired Clock clock,
            @Autowired PlatformTransactionManager transactions) {
        world = new AuditWorld(port, json, people, clients);
        sponsor = people.named(world.name("client-sponsor")).orElseThrow();
        end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(10);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> engagements.plan(
                        EngagementId.of(world.engagement),
                        List.of(ReportPlan.typeTwo(
                                ReportType.SOC2, List.of(Category.SECURITY), end.minusYears(1), end))));
    }

    private OpenTask task() {
        return FiledTask.open(world, "client-sponsor", "DecideBridgeLetter");
    }

    private String proposed() {
        return String.valueOf(bridge.prefill(task(), sponsor).get("bridgeText"));
    }

    private List<Refusal> refused(String letter, LocalDate until) {
        var given = json.createObjectNode();
        given.put("bridgeLetter", "issue").put("bridgeUntil", until.toString()).put("bridgeText", letter);
        return bridge.validate(task(), sponsor, new Answers(given));
    }

    private void happened(String kind, String title, LocalDate on) {
        var answer = world.post(
                "client-compliance",
                "/api/engagements/" + world.engagement + "/incidents",
                Map.of(
                        "kind",
                        kind,
                        "title",
                        title,
                        "occurredOn",
                        on.toString(),
                        "discoveredOn",
                        on.toString(),
                        "nature",
                        "The ledger stood still."));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    @Test
    void withNothingOnFileManagementIsAwareOfNothing() {
        happened("INCIDENT", "Before the end", end);
        assertThat(proposed()).contains("not aware of a material change").doesNotContain("Before the end");
        assertThat(refused("Nothing happened.", end.plusDays(5))).isEmpty();
    }

    @Test
    void whatIsOnFileForItsTimeIsNamedInTheLetter() {
        happened("INCIDENT", "Outage of the ledger", end.plusDays(2));
        happened("SIGNIFICANT_CHANGE", "New data centre", end.plusDays(8));
        assertThat(proposed())
                .contains("Outage of the ledger, incident of " + EngagementWords.day(end.plusDays(2)))
                .contains("New data centre, significant change of")
                .contains("not aware of any other material change");
        assertThat(refused(proposed(), end.plusDays(9))).isEmpty();
        assertThat(refused("Nothing happened.", end.plusDays(9)))
                .extracting(Refusal::field)
                .containsExactly("bridgeText", "bridgeText");
        assertThat(refused("Nothing happened.", end.plusDays(5)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.message()).contains("Outage of the ledger", "I-1"));
    }

    @Test
    void aLetterReachesNoFurtherThanItsMonths() {
        assertThat(refused("Nothing happened.", end.plusYears(1)))
                .extracting(Refusal::field)
                .containsExactly("bridgeUntil");
    }
}
