package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Many at once: the barrier before the findings, a long request list, and lists that cost the same however long. */
@TickmarkTest
class OpenWorkTest {

    private final int port;
    private final FieldworkWorld.Factory factory;
    private final OpenWork work;
    private final TransactionTemplate transaction;
    private final Statistics statistics;

    OpenWorkTest(
            @LocalServerPort int port,
            @Autowired OpenWork work,
            @Autowired EntityManagerFactory persistence,
            @Autowired ApplicationContext application) {
        this.port = port;
        this.work = work;
        this.statistics = persistence.unwrap(SessionFactory.class).getStatistics();
        this.factory = FieldworkWorld.Factory.of(application);
        this.transaction = factory.transaction();
    }

    private static List<String> controls(int count, String evidence) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "A-" + n + ",annual," + evidence)
                .toList();
    }

    @Test
    void whoeverCountsWaitsForWhoeverCloses() throws Exception {
        FieldworkWorld world = factory.world(port, controls(1, ""));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<OpenWork.Count> counted = transaction.execute(status -> {
                work.hold(world.engagement);
                Future<OpenWork.Count> waiting =
                        other.submit(() -> transaction.execute(inner -> work.count(world.engagement)));
                assertThat(isDone(waiting)).isFalse();
                return waiting;
            });
            assertThat(Objects.requireNonNull(counted).get(10, TimeUnit.SECONDS).isNothing())
                    .isTrue();
        } finally {
            other.shutdown();
        }
    }

    private static boolean isDone(Future<?> future) {
        try {
            future.get(500, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException waits) {
            return false;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theLastClosingAndTheCheckDoNotMissEachOther() throws Exception {
        FieldworkWorld world = factory.world(port, controls(6, "")).planned(Map.of());
        world.prepared();
        world.audit.done(
                "audit-senior",
                "HoldWalkthroughs",
                Map.of("walkthroughAttendees", "Engineer", "walkthroughNotes", "Saw one case"));
        List<Callable<Integer>> acts = new ArrayList<>();
        for (JsonNode task : world.tasks("audit-senior", "ReviewWorkpaper")) {
            acts.add(() -> world.audit
                    .complete("audit-senior", task, Map.of("reviewDecision", "approve"))
                    .status());
        }
        JsonNode rollForward = world.audit.task("audit-senior", "RollForward");
        acts.add(() -> world.audit
                .complete(
                        "audit-senior",
                        rollForward,
                        Map.of("rollForwardResult", "no-change", "rollForwardNotes", "Asked"))
                .status());
        assertThat(atOnce(acts)).hasSize(7).containsOnly(200);
        world.audit.task("audit-manager", "EvaluateFindings");
        world.quiet();
        assertThat(world.tasks("audit-manager", "EvaluateFindings")).hasSize(1);
        assertThat(factory.jobs().failed()).isEmpty();
    }

    @Test
    void evidenceThatIsAcceptedAtOnceBeginsEachTestOnce() throws Exception {
        FieldworkWorld world =
                factory.world(port, controls(5, "DOC policy;CFG settings")).planned(Map.of());
        world.provided(0);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (JsonNode task : world.tasks("audit-staff", "ReviewEvidence")) {
            acts.add(() -> world.audit
                    .complete("audit-staff", task, Map.of("evidenceDecision", "accept"))
                    .status());
        }
        assertThat(atOnce(acts)).hasSize(10).containsOnly(200);
        world.quiet();
        assertThat(world.tasks("audit-staff", "TestControl")).hasSize(5);
        assertThat(world.tests().valueStream().map(test -> test.path("state").asString()))
                .containsOnly("open");
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> act : threads.invokeAll(acts)) {
                statuses.add(act.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theWholeRequestListGoesOutInOneStep() {
        FieldworkWorld world = factory.world(port, List.of());
        world.audit.importSampleControls();
        world.planned(Map.of());
        JsonNode requests = world.requests();
        assertThat(requests).hasSize(182);
        List<JsonNode> waiting = requests.valueStream()
                .filter(request -> request.path("state").asString().equals("draft"))
                .toList();
        assertThat(waiting)
                .isNotEmpty()
                .allMatch(request -> request.path("kind").asString().equals("SAMPLE"));
        assertThat(world.audit
                        .get("audit-senior", "/api/engagements/" + world.engagement + "/tests?limit=200")
                        .body()
                        .path("items"))
                .hasSize(81)
                .allMatch(test -> test.path("state").asString().equals("planned"));
    }

    @Test
    void aLongListOfTestsCostsNoMoreStatementsThanAShortOne() {
        FieldworkWorld few =
                factory.world(port, controls(1, "POP list;SMP items")).planned(Map.of());
        FieldworkWorld many =
                factory.world(port, controls(5, "POP list;SMP items")).planned(Map.of());
        few.evidenceGiven(7);
        many.evidenceGiven(7);
        few.prepared();
        many.prepared();
        statistics.setStatisticsEnabled(true);
        try {
            assertThat(statements(many)).isEqualTo(statements(few)).isPositive();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private long statements(FieldworkWorld world) {
        long before = statistics.getPrepareStatementCount();
        assertThat(world.tests()).isNotEmpty();
        return statistics.getPrepareStatementCount() - before;
    }
}
