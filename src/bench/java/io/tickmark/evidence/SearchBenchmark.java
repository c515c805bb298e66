package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.BenchmarkDatabase;
import io.tickmark.TickmarkBenchmark;
import io.tickmark.bench.Ratio;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searching 10,000 documents and 100,000 over HTTP: sign-in, rights, words, highlights, facets and the look into the
 * database for each hit. The documents are written with SQL, as reading keeps them: a hundred in each engagement, texts of
 * some 300 words out of 20,000. The auditor who asks is of every team.
 */
@TickmarkBenchmark
class SearchBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("tickmark.bench.documents", 100_000);
    private static final int PER_ENGAGEMENT = 100;
    private static final int WORDS = 20_000;
    private static final int ASKED = 400;
    private static final int PORTION = 2_000;

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient sql;

    private final Random chance = new Random(7);
    private int there;
    private EvidenceWorld world;
    private TransactionTemplate portion;

    @BeforeEach
    void aWorld(@Autowired PlatformTransactionManager transactions) {
        portion = new TransactionTemplate(transactions);
        world = new EvidenceWorld(port, json, people, clients);
    }

    @Test
    void tenThousandAndAHundredThousandDocuments() throws Exception {
        growTo(FEW);
        double few = measured(FEW);
        Ratio.figure("search, " + FEW + " documents, p95", few, "ms", "<= 100");
        growTo(MANY);
        double many = measured(MANY);
        Ratio.figure("search, " + MANY + " documents, p95", many, "ms", "none");
        Ratio.print(
                "search, " + MANY + " documents against " + FEW + ", p95",
                new double[] {many},
                new double[] {few},
                "ms",
                "<= 2");
    }

    private double measured(int documents) throws InterruptedException {
        world.call("admin", "POST", "/api/search/reindex", java.util.Map.of(), new byte[0]);
        long began = System.nanoTime();
        JsonNode all = found("");
        while (!all.path("complete").asBoolean() || all.path("total").asInt() < documents) {
            TimeUnit.MILLISECONDS.sleep(500);
            all = found("");
        }
        Ratio.figure("index of " + documents + " documents made anew", (System.nanoTime() - began) / 1e9, "s", "none");
        for (int i = 0; i < ASKED; i++) {
            found(words());
        }
        double[] took = new double[ASKED];
        int hits = 0;
        for (int i = 0; i < ASKED; i++) {
            String q = words();
            long at = System.nanoTime();
            JsonNode answer = found(q);
            took[i] = (System.nanoTime() - at) / 1e6;
            hits += answer.path("total").asInt() > 0 ? 1 : 0;
        }
        assertThat(hits).as("most find something").isGreaterThan(ASKED / 2);
        Arrays.sort(took);
        return took[(int) Math.ceil(ASKED * 0.95) - 1];
    }

    /** One word, two, a beginning or a name, as people search. */
    private String words() {
        return switch (chance.nextInt(4)) {
            case 0 -> word();
            case 1 -> word() + " " + frequent();
            case 2 -> word().substring(0, 3) + "*";
            default -> "report " + chance.nextInt(there);
        };
    }

    private String frequent() {
        return word(chance.nextInt(20));
    }

    /** Some words are in most texts and most are in few. */
    private String word() {
        return word((int) (WORDS * Math.pow(chance.nextDouble(), 4)));
    }

    private static String word(int n) {
        return "w" + Integer.toString(n * 7919 % 1_000_003, 36) + "x";
    }

    private JsonNode found(String q) {
        EvidenceWorld.Reply reply = world.get(EvidenceWorld.STAFF, SearchOverHttpTest.path(q));
        assertThat(reply.status()).as("%s", reply).isIn(200, 503);
        return reply.json();
    }

    private void growTo(int size) {
        String staff = people.named(world.audit.name(EvidenceWorld.STAFF))
                .orElseThrow()
                .id()
                .toString();
        for (int from = there; from < size; from += PORTION) {
            int first = from;
            portion.executeWithoutResult(status -> write(first, Math.min(size, first + PORTION), staff));
        }
        there = size;
        if (BenchmarkDatabase.isH2()) {
            sql.sql("analyze").update();
        }
    }

    private void write(int from, int to, String staff) {
        for (int n = from; n < to; n++) {
            String engagement = id(1, n / PER_ENGAGEMENT);
            if (n % PER_ENGAGEMENT == 0) {
                sql.sql("insert into engagement (id, client_id, title, phase, suspended, bundle, created_at, created_by,"
                                + " version) values (?, ?, ?, 'fieldwork', false, 'bundle', current_timestamp, ?, 0)")
                        .params(engagement, id(2, n / PER_ENGAGEMENT % 200), "Engagement " + n / PER_ENGAGEMENT, staff)
                        .update();
                sql.sql("insert into team_member (engagement_id, role_name, person_id, stand_in)"
                                + " values (?, 'audit-staff', ?, false)")
                        .params(engagement, staff)
                        .update();
            }
            sql.sql("insert into document (id, engagement_id, client_id, name, size_bytes, content_type, sha256,"
                            + " chunk_hashes, state, made_by, audience, uploaded_by, uploaded_at, series_id, version_no,"
                            + " position_no, given, released, findings, version) values (?, ?, ?, ?, 2000, ?, ?, '',"
                            + " ?, 'CLIENT', 'REQUEST', null, current_timestamp, ?, 1, 1, true, true, '[]', 0)")
                    .params(Arrays.asList(
                            id(3, n),
                            engagement,
                            id(2, n / PER_ENGAGEMENT % 200),
                            "report_" + n + "-" + word() + ".pdf",
                            List.of("application/pdf", "text/csv", "text/plain").get(n % 3),
                            "0".repeat(64),
                            List.of("READ", "ACCEPTED", "RETURNED").get(n % 3),
                            id(3, n)))
                    .update();
            sql.sql("insert into document_text (document_id, content) values (?, ?)")
                    .params(id(3, n), text())
                    .update();
        }
    }

    private static String id(int kind, int n) {
        return String.format(java.util.Locale.ROOT, "%08d-0000-4000-8000-%012d", kind, n);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(word()).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }
}
