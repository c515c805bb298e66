package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkBenchmark;
import io.tickmark.bench.BareEngine;
import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.MovableClock;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.workflow.Jobs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reminders of 1,000 evidence requests that fall due in one moment: each is a timer and then a step, which writes to
 * the trail. Against the engine's own executor with the same model, whose step does nothing.
 */
@TickmarkBenchmark
class TimerBenchmark {

    private static final int TIMERS = 1_000;
    private static final int ENGAGEMENTS = 20;
    /** As often as the model reminds of one request. */
    private static final int ROUNDS = 3;

    private static final int BATCHES = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    JsonMapper json;

    @Autowired
    Requests requests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    private final AtomicInteger theirReminders = new AtomicInteger();

    @Test
    void aThousandTimersDueAtOnce() {
        List<EngagementId> engagements = engagements();
        jobs.stop();
        List<Timing> ours = new ArrayList<>();
        List<Timing> theirs = new ArrayList<>();
        try (BareEngine bare = new BareEngine(Map.of("remindOwner", execution -> theirReminders.incrementAndGet()))) {
            for (int round = 1; round <= ROUNDS * BATCHES; round++) {
                if (round % ROUNDS == 1) {
                    ask(engagements);
                    ask(bare);
                }
                clock.shiftTo(clock.offset().plusDays(7).plusMinutes(1));
                jobs.shiftClock(clock.offset());
                ours.add(Timing.of(this::remind));
                theirs.add(Timing.of(() -> remind(bare)));
                assertThat(reminded()).isEqualTo(List.of(TIMERS / ENGAGEMENTS * round));
                assertThat(theirReminders).hasValue(TIMERS * round);
            }
        } finally {
            jobs.start();
        }
        assertThat(jobs.failed()).isEmpty();
        // the first round warms both
        Ratio.print("1,000 timers due at once / bare executor", wall(ours), wall(theirs), "ms", "<= 1.25");
        Ratio.print(
                "1,000 timers, time of all processors", processor(ours), processor(theirs), "ms", "none");
    }

    private void remind() {
        jobs.start();
        assertThat(jobs.quiet(PATIENCE)).as("all reminders ran: %s", jobs.failed()).isTrue();
        jobs.stop();
    }

    private static void remind(BareEngine bare) {
        JobExecutor executor = ((ProcessEngineConfigurationImpl) bare.engine().getProcessEngineConfiguration()).getJobExecutor();
        executor.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (due(bare) > 0 && System.nanoTime() < end) {
            pause();
        }
        executor.shutdown();
        assertThat(due(bare)).isZero();
    }

    private static long due(BareEngine bare) {
        return bare.engine()
                .getManagementService()
                .createJobQuery()
                .active()
                .executable()
                .withRetriesLeft()
                .count();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** How many reminders the trails of the engagements hold: one number, when each holds the same. */
    private List<Integer> reminded() {
        return database
                .sql("select count(*) from trail_entry where event_name = 'owner-reminded' group by engagement_id")
                .query(Integer.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private List<EngagementId> engagements() {
        var world = new AuditWorld(port, json, people, clients);
        Object team = world.get("audit-manager", "/api/engagements/" + world.engagement)
                .body()
                .path("team");
        return IntStream.range(0, ENGAGEMENTS)
                .mapToObj(i -> world.post(
                                "audit-manager",
                                "/api/engagements",
                                Map.of("client", world.client.toString(), "team", team))
                        .body()
                        .path("id")
                        .asString())
                .map(EngagementId::of)
                .toList();
    }

    private void ask(List<EngagementId> engagements) {
        NewRequest request = new NewRequest(
                "The list of who may deploy 📋",
                EvidenceKind.DOCUMENT,
                List.of("CHG-01"),
                null,
                LocalDate.now(clock).plusYears(1),
                false,
                null,
                null,
                null);
        List<NewRequest> each =
                IntStream.range(0, TIMERS / ENGAGEMENTS).mapToObj(i -> request).toList();
        engagements.forEach(
                engagement -> transaction.executeWithoutResult(status -> requests.raiseAll(engagement, each)));
    }

    private void ask(BareEngine bare) {
        for (int i = 0; i < TIMERS; i++) {
            String engagement = "engagement-" + i % ENGAGEMENTS;
            Map<String, Object> variables = new HashMap<>();
            variables.put("engagementId", engagement);
            variables.put("requestId", UUID.randomUUID().toString());
            variables.put("requestKind", "DOCUMENT");
            variables.put("requestOwner", null);
            variables.put(
                    "requestDue", Date.from(clock.instant().plus(Duration.ofDays(365))));
            variables.put("clientReview", "no");
            bare.engine().getRuntimeService().startProcessInstanceByKey("evidence-request", engagement, variables);
        }
    }

    private static double[] wall(List<Timing> rounds) {
        return rounds.stream().skip(1).mapToDouble(Timing::wallMillis).toArray();
    }

    private static double[] processor(List<Timing> rounds) {
        return rounds.stream().skip(1).mapToDouble(Timing::processorMillis).toArray();
    }
}
