package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkBenchmark;
import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.sheets.SheetFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A thousand requests out of an XLSX workbook over HTTP: each a row, a process with its task and timers, a trail entry. */
@TickmarkBenchmark
class RequestImportBenchmark {

    private static final int REQUESTS = 1_000;
    private static final int RUNS = 3;

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Test
    void aThousandRequestsFromAWorkbook() {
        double[] dry = new double[RUNS];
        double[] whole = new double[RUNS];
        for (int run = -1; run < RUNS; run++) {
            EvidenceWorld world = new EvidenceWorld(port, json, people, clients);
            byte[] workbook = workbook(world);
            double looked = Timing.of(() -> take(world, workbook, true)).wallMillis();
            double taken = Timing.of(() -> take(world, workbook, false)).wallMillis();
            if (run >= 0) {
                dry[run] = looked;
                whole[run] = taken;
            }
        }
        Ratio.figure("1,000 requests from XLSX, dry run", Ratio.median(dry), "ms", "none");
        Ratio.figure("1,000 requests from XLSX", Ratio.median(whole), "ms", "<= 10,000");
    }

    private static void take(EvidenceWorld world, byte[] workbook, boolean dryRun) {
        var answer = world.audit.send(
                EvidenceWorld.MANAGER,
                "/api/engagements/" + world.audit.engagement + "/requests/import?dryRun=" + dryRun,
                SheetFormat.XLSX.contentType(),
                workbook);
        assertThat(answer.body().path("created").asInt()).as("%s", answer).isEqualTo(REQUESTS);
    }

    private static byte[] workbook(EvidenceWorld world) {
        LocalDate due = world.today().plusDays(10);
        List<List<@Nullable Object>> rows = IntStream.range(0, REQUESTS)
                .<List<@Nullable Object>>mapToObj(i -> Arrays.asList(
                        "Document number " + i,
                        "DOCUMENT",
                        "ORG-01;ORG-02",
                        world.audit.name(EvidenceWorld.OWNER),
                        due))
                .toList();
        return SheetFormat.XLSX.write("Requests", List.of("title", "kind", "controls", "owner", "due"), rows);
    }
}
