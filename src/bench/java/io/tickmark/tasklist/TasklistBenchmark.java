package io.tickmark.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.BenchmarkDatabase;
import io.tickmark.TickmarkBenchmark;
import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first page of the tasklist with its count, against the engine's own task query over the very same tasks with its
 * authorisations on. The reader is manager of ten engagements, whatever the number of all.
 */
@TickmarkBenchmark
class TasklistBenchmark {

    private static final int MOST = Integer.getInteger("tickmark.bench.tasks", 1_000_000);
    private static final int PAGE = 50;
    private static final int ENGAGEMENTS = 10;
    private static final TaskFilter MINE = new TaskFilter(null, null, null, null, null, null, null, null);
    private static final TaskFilter OVERSEEN = new TaskFilter(null, null, null, null, null, null, null, "all");

    @Autowired
    io.tickmark.tasklist.TaskQuery tasklist;

    @Autowired
    People people;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    /** What a person is shown: the tasks of the first page, and how many there are. */
    private record Shown(Set<String> first, long count) {}

    @Test
    void firstPageWithItsCount() {
        var id = people.create(new NewPerson("reader", "Rhea Adler", null, Set.of("audit-manager")), "tickmark");
        Actor reader = people.person(id).orElseThrow();
        ProcessEngine engine = authorising();
        ManyTasks tasks = new ManyTasks(sql);
        List<double[]> mine = new ArrayList<>();
        List<double[]> overseen = new ArrayList<>();
        for (int size : new int[] {1_000, 200_000, 1_000_000}) {
            if (size > MOST) {
                continue;
            }
            tasks.growTo(size);
            List<String> engagements = tasks.appoint(reader, ENGAGEMENTS);
            int share = ManyTasks.PER_ENGAGEMENT * ENGAGEMENTS / ManyTasks.ROLES.size();
            String named = String.format(java.util.Locale.ROOT, "%,d tasks", size);

            Shown ours = shown(reader, MINE);
            Shown theirs = shown(engine, engagements);
            assertThat(ours.count()).isEqualTo(share);
            assertThat(theirs).isEqualTo(ours);
            assertThat(shown(reader, OVERSEEN).count()).isEqualTo((long) ManyTasks.PER_ENGAGEMENT * ENGAGEMENTS);
            assertThat(shown(engine, List.of()).count()).isEqualTo(size / ManyTasks.ROLES.size());

            mine.add(millis(() -> shown(reader, MINE)));
            overseen.add(millis(() -> shown(reader, OVERSEEN)));
            Ratio.print(
                    "tasklist, " + named + " / engine, same tasks",
                    mine.get(mine.size() - 1),
                    millis(() -> shown(engine, engagements)),
                    "ms",
                    "<= 0.01");
            Ratio.print(
                    "tasklist, " + named + " / engine, all of the role",
                    mine.get(mine.size() - 1),
                    millis(() -> shown(engine, List.of())),
                    "ms",
                    "<= 0.01");
            Ratio.print(
                    "tasklist, " + named + " / 1,000 tasks",
                    mine.get(mine.size() - 1),
                    mine.get(0),
                    "ms",
                    size <= 200_000 ? "<= 1.5" : "<= 2");
            Ratio.print(
                    "tasklist of who oversees, " + named + " / 1,000 tasks",
                    overseen.get(overseen.size() - 1),
                    overseen.get(0),
                    "ms",
                    size <= 200_000 ? "<= 1.5" : "<= 2");
        }
        engine.close();
    }

    private Shown shown(Actor reader, TaskFilter filter) {
        var page = tasklist.page(reader, filter, PAGE, null);
        var first = new TreeSet<>(page.items().stream().map(InboxTask::id).toList());
        return new Shown(first, tasklist.count(reader, filter));
    }

    /** As somebody signed in to the engine asks it: the models' own group, in these engagements or in all. */
    private Shown shown(ProcessEngine engine, List<String> engagements) {
        TaskQuery query = engine.getTaskService().createTaskQuery().taskCandidateGroup("audit-manager");
        if (!engagements.isEmpty()) {
            query.processInstanceBusinessKeyIn(engagements.toArray(String[]::new));
        }
        var page = query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, PAGE);
        return new Shown(new TreeSet<>(page.stream().map(Task::getId).toList()), query.count());
    }

    /** An engine on the application's own database, that asks for each task whether it may be read. */
    private ProcessEngine authorising() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("authorising");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationEnabled(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getIdentityService().setAuthentication("reader", List.of("audit-manager"));
        return engine;
    }

    /**
     * At least three times, and then for as long as it takes no more than ten seconds or a hundred times. H2 works in
     * the thread that asks, so that its time of a processor is the whole and no neighbour on the machine is in it.
     */
    private static double[] millis(Runnable asked) {
        asked.run();
        List<Double> taken = new ArrayList<>();
        double total = 0;
        while (taken.size() < 3 || taken.size() < 100 && total < 10_000) {
            Timing timing = Timing.of(asked);
            double one = BenchmarkDatabase.isH2() ? timing.threadMillis() : timing.wallMillis();
            taken.add(one);
            total += one;
        }
        return IntStream.range(0, taken.size()).mapToDouble(taken::get).toArray();
    }
}
