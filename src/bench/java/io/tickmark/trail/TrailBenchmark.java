package io.tickmark.trail;

import com.zaxxer.hikari.HikariDataSource;
import io.tickmark.bench.Ratio;
import io.tickmark.kernel.EngagementId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appending to the trail against a plain insert of the same row, each a transaction of its own; and verifying. */
class TrailBenchmark {

    private static final int PORTION = 1_000;
    private static final int PORTIONS = 15;
    private static final int WARM = 4;

    @TempDir
    Path folder;

    @Test
    void appendAndVerify() throws IOException {
        measure("in memory", "jdbc:h2:mem:trail;DB_CLOSE_DELAY=-1");
        measure("on a file", "jdbc:h2:file:" + folder.resolve("trail") + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=200");
    }

    private static void measure(String where, String url) throws IOException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setUsername("sa");
            JdbcClient jdbc = JdbcClient.create(pool);
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V04__trail.sql")).execute(pool);
            jdbc.sql("create table plain_entry as select * from trail_entry").update();
            jdbc.sql("alter table plain_entry alter column engagement_id set not null")
                    .update();
            jdbc.sql("alter table plain_entry alter column seq set not null").update();
            jdbc.sql("alter table plain_entry add primary key (engagement_id, seq)")
                    .update();
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            Trail trail = new Trail(new Chains(jdbc), Clock.systemUTC());
            EngagementId engagement = new EngagementId(UUID.randomUUID());
            double[] ours = new double[PORTIONS];
            double[] theirs = new double[PORTIONS];
            for (int i = -WARM; i < PORTIONS; i++) {
                int from = (i + WARM) * PORTION;
                double our = micros(n -> transaction.executeWithoutResult(
                        status -> trail.record(engagement, "task-completed", null, facts(from + n))));
                double their = micros(n -> transaction.executeWithoutResult(
                        status -> plain(jdbc, engagement.toString(), from + n + 1)));
                if (i >= 0) {
                    ours[i] = our;
                    theirs[i] = their;
                }
            }
            Ratio.print("trail append / plain insert, H2 " + where, ours, theirs, "µs", "<= 1.3");
            verify(where, trail, engagement);
        }
    }

    private static Map<String, Object> facts(int n) {
        return Map.of(
                "task", new UUID(n, n), "name", "Review evidence", "role", "audit-staff", "number", n, "signed", true);
    }

    private static void plain(JdbcClient jdbc, String engagement, int seq) {
        String facts = CanonicalJson.of(Facts.plain(facts(seq)));
        jdbc.sql("insert into plain_entry (engagement_id, seq, recorded_at, actor, actor_name, event_name, facts,"
                        + " previous_hash, entry_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        engagement,
                        seq,
                        Clock.systemUTC().instant().toString(),
                        "system",
                        "system",
                        "task-completed",
                        facts,
                        Checkpoint.GENESIS,
                        Checkpoint.GENESIS)
                .update();
    }

    private static double micros(IntConsumer one) {
        long begin = System.nanoTime();
        for (int n = 0; n < PORTION; n++) {
            one.accept(n);
        }
        return (System.nanoTime() - begin) / 1e3 / PORTION;
    }

    private static void verify(String where, Trail trail, EngagementId engagement) throws IOException {
        StringWriter text = new StringWriter();
        trail.export(engagement, text);
        byte[] export = text.toString().getBytes(StandardCharsets.UTF_8);
        double best = 0;
        for (int i = 0; i < 8; i++) {
            long begin = System.nanoTime();
            var found = (Verification.Sound) TrailVerifier.verify(new ByteArrayInputStream(export), null);
            best = Math.max(best, found.count() / ((System.nanoTime() - begin) / 1e9));
        }
        Ratio.figure("trail verified, from H2 " + where, best, "entries/s", ">= 50,000");
    }
}
