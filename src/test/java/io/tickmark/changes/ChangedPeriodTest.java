package io.tickmark.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.AuditWorld.Answer;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A period under way that is to end on another day, with walkthroughs held and evidence collected each quarter. */
@TickmarkTest
class ChangedPeriodTest {

    private final AuditWorld world;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final LocalDate start;
    private final LocalDate end;

    ChangedPeriodTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired RuntimeService runtime,
            @Autowired ManagementService management,
            @Autowired Clock clock) {
        this.world = new AuditWorld(port, json, people, clients);
        this.runtime = runtime;
        this.management = management;
        this.start = LocalDate.now(clock).withDayOfMonth(1).minusMonths(1);
        this.end = start.plusMonths(12).minusDays(1);
    }

    @Test
    void aRefusedChangeLeavesThePeriodAndAnAgreedOneTakesItsTimersAlong() {
        fieldworkUnderWay();
        Map<String, LocalDate> before = Map.of(
                "IntermediateCatchEvent_CollectionDue", start.plusMonths(3).minusDays(1),
                "IntermediateCatchEvent_PeriodOver", end.plusDays(1),
                "IntermediateCatchEvent_RenewalDue", end.minusDays(90));
        assertThat(dateTimers()).containsExactlyInAnyOrderEntriesOf(before);
        Map<String, LocalDate> reminders = timers("BoundaryEvent_");

        LocalDate shorter = start.plusMonths(3).minusDays(10);
        ask(shorter, 201);
        ask(end.plusMonths(1), 409);
        decide("refuse");
        assertThat(last().path("state").asString()).isEqualTo("refused");
        assertThat(dateTimers()).isEqualTo(before);
        assertThat(periodEnd()).isEqualTo(end.toString());

        ask(end, 422);
        ask(start, 422);
        String report = report().path("id").asString();
        ask(shorter, 201);
        decide("approve");
        assertThat(dateTimers()).as("agreed by one side only").isEqualTo(before);
        assertThat(world.task("client-sponsor", "AgreeAmendedLetter")
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("Engagement letter", "The period ends on " + shorter + " instead of " + end);
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));

        assertThat(last().path("state").asString()).isEqualTo("applied");
        assertThat(periodEnd()).isEqualTo(shorter.toString());
        assertThat(report().path("id").asString()).as("the same report").isEqualTo(report);
        long half = java.time.temporal.ChronoUnit.DAYS.between(start, shorter) / 2;
        assertThat(dateTimers())
                .containsEntry("IntermediateCatchEvent_CollectionDue", shorter)
                .containsEntry("IntermediateCatchEvent_PeriodOver", shorter.plusDays(1));
        assertThat(renewal()).isEqualTo(shorter.minusDays(half));
        assertThat(timers("BoundaryEvent_")).as("timers that run for a while").isEqualTo(reminders);
        assertThat(trail()).contains("change-refused", "change-approved", "change-applied");
    }

    @Test
    void theDateOfATypeOneMovesAndItsExaminationWithIt() {
        LocalDate asOf = start.plusMonths(4);
        world.importSampleControls();
        world.accepted(Map.of("attestationType", "TYPE_I", "categories", List.of("SECURITY"), "asOf", asOf));
        world.kickedOff();
        world.scopeDefined(Map.of("boundaries", "The storage service", "controls", List.of("ORG-01")));
        world.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        world.task("client-compliance", "ChooseReadiness");
        assertThat(dateTimers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "IntermediateCatchEvent_ExaminationBegins", asOf.minusDays(28),
                        "IntermediateCatchEvent_RenewalDue", asOf.plusMonths(9)));

        ask(asOf, 422);
        LocalDate later = asOf.plusDays(10);
        ask(later, 201);
        decide("approve");
        assertThat(world.task("client-sponsor", "AgreeAmendedLetter")
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("SOC 2 Type I report", "The report speaks of " + later + " instead of " + asOf);
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));
        assertThat(last().path("state").asString()).isEqualTo("applied");
        assertThat(report().path("asOf").asString()).isEqualTo(later.toString());
        assertThat(report().path("periodEnd").isNull()).isTrue();
        assertThat(dateTimers()).containsEntry("IntermediateCatchEvent_ExaminationBegins", later.minusDays(28));
    }

    private void fieldworkUnderWay() {
        world.importSampleControls();
        world.accepted(Map.of("categories", List.of("SECURITY"), "periodStart", start, "periodEnd", end));
        world.kickedOff();
        world.scopeDefined(Map.of("boundaries", "The storage service", "controls", List.of("ORG-01")));
        world.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        world.done("audit-manager", "AssessRisk", Map.of("riskNarrative", "Nothing new"));
        world.done(
                "audit-senior",
                "PlanTests",
                Map.of("testingNotes", "-", "recurringControls", List.of("ORG-01"), "recurringEvery", "P3M"));
        world.done(
                "audit-senior",
                "HoldWalkthroughs",
                Map.of("walkthroughAttendees", "All", "walkthroughNotes", "As described"));
    }

    private void ask(LocalDate newEnd, int status) {
        Answer answer = world.post(
                "client-sponsor",
                "/api/engagements/" + world.engagement + "/changes",
                Map.of(
                        "kind", "PERIOD",
                        "reasonCode", "READERS_NEEDS",
                        "description", "Our customers' year",
                        "newPeriodEnd", newEnd));
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    }

    private void decide(String decision) {
        world.done(
                "audit-partner", "DecideChange", Map.of("changeDecision", decision, "changeDecisionReason", "Weighed"));
    }

    private JsonNode last() {
        JsonNode items = world.get("client-sponsor", "/api/engagements/" + world.engagement + "/changes")
                .body()
                .path("items");
        return items.get(items.size() - 1);
    }

    private JsonNode report() {
        return world.get("client-sponsor", "/api/engagements/" + world.engagement)
                .body()
                .path("reports")
                .get(0);
    }

    private String periodEnd() {
        return report().path("periodEnd").asString();
    }

    private List<String> trail() {
        return world.get("audit-partner", "/api/engagements/" + world.engagement + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("event").asString())
                .toList();
    }

    private Map<String, LocalDate> dateTimers() {
        return timers("IntermediateCatchEvent_");
    }

    /** A half-way renewal may be past, and its timer gone; then the variable tells. */
    private LocalDate renewal() {
        var main = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(world.engagement, "engagement")
                .singleResult();
        var date = (java.util.Date) runtime.getVariable(main.getId(), "renewalDate");
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Map<String, LocalDate> timers(String kind) {
        Map<String, LocalDate> due = new TreeMap<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(world.engagement).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(job -> activity(job).startsWith(kind))
                .forEach(job -> due.put(
                        activity(job),
                        job.getDuedate().toInstant().atZone(ZoneOffset.UTC).toLocalDate()));
        return due;
    }

    private String activity(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
