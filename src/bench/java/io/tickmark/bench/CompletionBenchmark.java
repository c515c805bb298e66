package io.tickmark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Caller;
import io.tickmark.Statements;
import io.tickmark.TickmarkBenchmark;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * "Prepare proposal", completed over HTTP with everything that belongs to it (sign-in, rights, form, file, trail, inbox),
 * against the engine's own complete of the same task in this JVM. Both then open "Decide proposal".
 */
@TickmarkBenchmark
class CompletionBenchmark {

    private static final int PORTION = 60;
    private static final int PORTIONS = 7;
    /** A server that runs for a while is what people wait for: its code is compiled. */
    private static final int WARM = 30;
    private static final int CALLERS = 4;
    private static final String ANSWERS =
            "{\"understanding\": \"They keep what others store 📦\", \"approach\": \"A period of six months\"}";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient database;

    private final Deque<String> ours = new ArrayDeque<>();
    private final Deque<String> theirs = new ArrayDeque<>();

    @Test
    void completingATask() throws Exception {
        int tasks = PORTION * (WARM + PORTIONS * 2) + 1;
        Caller manager = aManagerWithTasks(tasks);
        try (BareEngine bare = new BareEngine(Map.of())) {
            begin(bare, tasks);
            oneByOne(manager, bare);
            together(manager, bare);
            statements(manager, bare);
            assertThat(database.sql("select count(*) from inbox_task where task_key = 'UserTask_DecideProposal'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(tasks);
            assertThat(database.sql("select count(*) from trail_entry where event_name = 'task-completed'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(tasks);
            assertThat(bare.engine()
                            .getTaskService()
                            .createTaskQuery()
                            .taskDefinitionKey("UserTask_DecideProposal")
                            .count())
                    .isEqualTo(tasks);
        }
    }

    private void oneByOne(Caller manager, BareEngine bare) {
        double[] our = new double[PORTION * PORTIONS];
        double[] their = new double[PORTION * PORTIONS];
        double[] ourProcessor = new double[PORTIONS];
        double[] theirProcessor = new double[PORTIONS];
        for (int portion = -WARM; portion < PORTIONS; portion++) {
            double[] a = new double[PORTION];
            double[] b = new double[PORTION];
            Timing all = each(a, () -> complete(manager, ours.remove()));
            Timing allTheirs = each(b, () -> complete(bare, theirs.remove()));
            if (portion >= 0) {
                System.arraycopy(a, 0, our, portion * PORTION, PORTION);
                System.arraycopy(b, 0, their, portion * PORTION, PORTION);
                ourProcessor[portion] = all.processorMillis() / PORTION;
                theirProcessor[portion] = allTheirs.processorMillis() / PORTION;
            }
        }
        Ratio.print("complete a task over HTTP / engine's complete, p50", our, their, "ms", "<= 2");
        Ratio.print(
                "complete a task over HTTP, time of all processors, caller's too",
                ourProcessor,
                theirProcessor,
                "ms",
                "none");
    }

    private void together(Caller manager, BareEngine bare) throws Exception {
        double[] our = new double[PORTIONS];
        double[] their = new double[PORTIONS];
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < PORTIONS; i++) {
            our[i] = perTask(threads, take(ours).stream().<Runnable>map(id -> () -> complete(manager, id)).toList());
            their[i] = perTask(threads, take(theirs).stream().<Runnable>map(id -> () -> complete(bare, id)).toList());
        }
        threads.shutdown();
        Ratio.print("complete tasks, " + CALLERS + " callers at once, time for each", our, their, "ms", "<= 2");
    }

    @SuppressWarnings("SystemOut")
    private void statements(Caller manager, BareEngine bare) {
        var our = Statements.of(() -> complete(manager, ours.remove()));
        var their = Statements.of(() -> complete(bare, theirs.remove()));
        Ratio.figure("complete a task: statements more than the engine's own", our.statements().size() - their.statements().size(), "", "<= 12");
        Ratio.figure("complete a task: statements of ours", our.statements().size(), "", "none");
        if (Boolean.getBoolean("tickmark.bench.sql")) {
            our.statements().forEach(System.out::println);
            System.out.println("-- the engine's own:");
            their.statements().forEach(System.out::println);
        }
        Ratio.figure("complete a task: commits", our.commits(), "", "1");
    }

    private static List<String> take(Deque<String> tasks) {
        return IntStream.range(0, PORTION).mapToObj(i -> tasks.remove()).toList();
    }

    /** How long each took, and all together. */
    private static Timing each(double[] millis, Runnable work) {
        return Timing.of(() -> Arrays.setAll(millis, i -> Timing.of(work).wallMillis()));
    }

    private static double perTask(ExecutorService threads, List<Runnable> work) throws Exception {
        long begin = System.nanoTime();
        List<Future<?>> running = work.stream().<Future<?>>map(threads::submit).toList();
        for (Future<?> one : running) {
            one.get();
        }
        return (System.nanoTime() - begin) / 1e6 / work.size();
    }

    private static void complete(Caller manager, String task) {
        var reply = manager.post("/api/tasks/" + task + "/complete", "{\"version\": 0, \"data\": " + ANSWERS + "}");
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    }

    private static void complete(BareEngine bare, String task) {
        bare.engine().getTaskService().complete(task, new HashMap<>());
    }

    private Caller aManagerWithTasks(int count) {
        var world = new AuditWorld(port, json, people, clients);
        Object team = world.get("audit-manager", "/api/engagements/" + world.engagement)
                .body()
                .path("team");
        for (int i = 1; i < count; i++) {
            var made = world.post(
                    "audit-manager", "/api/engagements", Map.of("client", world.client.toString(), "team", team));
            assertThat(made.status()).as("%s", made).isEqualTo(201);
        }
        ours.addAll(database.sql("select id from inbox_task where task_key = 'UserTask_PrepareProposal' order by seq_no")
                .query(String.class)
                .list());
        String token = world.post("audit-manager", "/api/tokens", Map.of("name", "benchmark"))
                .body()
                .path("token")
                .asString();
        return Caller.bearer(port, token);
    }

    private void begin(BareEngine bare, int count) {
        for (int i = 0; i < count; i++) {
            String engagement = UUID.randomUUID().toString();
            Map<String, Object> variables =
                    Map.of("engagementId", engagement, "furtherWork", "no", "qualityReviewNeeded", "no");
            bare.engine().getRuntimeService().startProcessInstanceByKey("engagement", engagement, variables);
        }
        bare.engine().getTaskService().createTaskQuery().list().stream()
                .map(Task::getId)
                .map(Objects::requireNonNull)
                .forEach(theirs::add);
    }
}
