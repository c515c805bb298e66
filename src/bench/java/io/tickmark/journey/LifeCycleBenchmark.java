package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkBenchmark;
import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import io.tickmark.identity.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole SOC 2 audit over HTTP, from the proposal to the locked file: somebody lists tasks, opens each, uploads what it
 * asks for and completes it, and the clock is moved through the year. Against the bare engine, which completes the same
 * tasks of the same models in this JVM.
 */
@TickmarkBenchmark
class LifeCycleBenchmark {

    private static final int CONTROLS = Integer.getInteger("tickmark.bench.controls", 60);
    private static final boolean TENFOLD = !"false".equals(System.getProperty("tickmark.bench.tenfold"));
    private static final int RUNS = 3;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @Test
    void wholeLifeCycles() {
        Cast cast = cast("Harbour", CONTROLS);
        AuditDone first = AuditDone.of(finish(cast), database, json);
        List<Timing> ours = new ArrayList<>();
        List<Timing> theirs = new ArrayList<>();
        try (var bare = new BareLifeCycle(first)) {
            assertThat(bare.run(first)).isEqualTo(first.completed());
            for (int run = 0; run < RUNS; run++) {
                AtomicReference<String> engagement = new AtomicReference<>("");
                ours.add(Timing.of(() -> engagement.set(finish(cast))));
                AuditDone done = AuditDone.of(engagement.get(), database, json);
                theirs.add(Timing.of(() -> assertThat(bare.run(done)).isEqualTo(done.completed())));
            }
        }
        Ratio.figure("life cycle of " + CONTROLS + " controls: tasks completed", first.tasks(), "", "about 300");
        Ratio.print("life cycle over HTTP / bare engine", wall(ours), wall(theirs), "ms", "<= 2.5");
        Ratio.print(
                "life cycle, time of all processors, caller's too", processor(ours), processor(theirs), "ms", "none");
        if (TENFOLD) {
            Cast large = cast("Ocean", CONTROLS * 10);
            Timing took = Timing.of(() -> finish(large));
            Ratio.print(
                    "life cycle, ten times the controls",
                    new double[] {took.wallMillis()},
                    wall(ours),
                    "ms",
                    "<= 11");
        }
    }

    private Cast cast(String client, int controls) {
        var cast = new Cast("http://127.0.0.1:" + port, people, client);
        StringBuilder csv = new StringBuilder("id,title,description,criteria,frequency,nature,evidence_requests\n");
        for (int i = 1; i <= controls; i++) {
            csv.append("CTL-").append(i).append(",Access on request ").append(i);
            csv.append(",Access is granted on an approved request.,CC6.1;CC8.1,per_event,preventive/manual,DOC procedure ");
            csv.append(i).append('\n');
        }
        cast.importControls(csv.toString().getBytes(StandardCharsets.UTF_8));
        return cast;
    }

    /** Answers the engagement, whose file is locked by then. */
    private static String finish(Cast cast) {
        String id = cast.startAudit(cast.today());
        var stranger = new Stranger(cast.all());
        for (int month = 0; month < 8; month++) {
            stranger.work(id);
            cast.later("P30D");
        }
        stranger.work(id);
        JsonNode closed = cast.as("audit-partner").get("/api/engagements/" + id).ok();
        assertThat(closed.path("phase").asString()).isEqualTo("closed");
        assertThat(closed.path("openTasks").asInt()).isZero();
        return id;
    }

    private static double[] wall(List<Timing> runs) {
        return runs.stream().mapToDouble(Timing::wallMillis).toArray();
    }

    private static double[] processor(List<Timing> runs) {
        return runs.stream().mapToDouble(Timing::processorMillis).toArray();
    }
}
