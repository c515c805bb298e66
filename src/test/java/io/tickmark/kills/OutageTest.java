package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.MariaDb;
import io.tickmark.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server is killed while people work, and comes back. */
@Tag("mariadb")
class OutageTest {

    private static final int OUTAGES = 2;
    private static final int CLIENTS = 4;

    private final Random random = new Random(Long.getLong("tickmark.seed", 1));
    private final Ledger ledger = new Ledger();

    @TempDir
    Path folder;

    @Test
    void anOutageOfTheDatabaseIsSaidAndLosesNothing() {
        MariaDb server = MariaDb.start();
        try (var application = new ForkedTickmark(folder, settings(server.create("outage")))) {
            application.launch();
            application.ready();
            World world = new World(application);
            Recovery recovery = new Recovery(world, ledger);
            for (int i = 0; i < OUTAGES; i++) {
                List<Throwable> failures = new CopyOnWriteArrayList<>();
                List<Thread> clients = working(world, failures);
                Wait.pause(1_000 + random.nextInt(2_000));
                server.kill();
                everybodyIsToldToTryLater(application, world);
                ledger.over(true);
                clients.forEach(OutageTest::join);
                server.restart();
                application.ready();
                assertThat(failures).isEmpty();
                assertThat(ledger.all())
                        .as(() -> defects(application))
                        .allMatch(deed -> status(deed) < 500 || status(deed) == 503);
                ledger.all().stream().filter(deed -> status(deed) == 503).forEach(Deed::unsure);
                recovery.theSameKeysGetTheSameAnswers();
                recovery.theTrailsVerify();
            }
            recovery.whatFollowsIsThere();
            assertThat(ledger.taken(Deed.Kind.COMPLETION)).isNotEmpty();
        } finally {
            server.kill();
        }
    }

    private static String defects(ForkedTickmark application) {
        String log = application.log();
        int first = log.indexOf(": Failure ");
        return first < 0 ? "no defect in the log" : log.substring(first, Math.min(log.length(), first + 20_000));
    }

    static Map<String, String> settings(String url) {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                "tickmark",
                "spring.datasource.password",
                "tickmark");
    }

    private List<Thread> working(World world, List<Throwable> failures) {
        ledger.over(false);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(new RandomClient(world, ledger, random.nextLong()));
            // who reads while the database is away stops working
            client.setUncaughtExceptionHandler((thread, failure) -> {
                if (!String.valueOf(failure.getMessage()).startsWith("Answered 503")) {
                    failures.add(failure);
                }
            });
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private static void everybodyIsToldToTryLater(ForkedTickmark application, World world) {
        for (int i = 0; i < 3; i++) {
            Reply list = world.get("audit-manager", "/api/tasks");
            assertThat(list.status()).as(list.body()).isEqualTo(503);
            assertThat(list.json().path("detail").asString()).doesNotContain("Exception");
            assertThat(Caller.nobody(application.port()).get("/actuator/health").status())
                    .isEqualTo(503);
        }
    }

    private static int status(Deed deed) {
        Reply reply = deed.answer();
        return reply == null ? 0 : reply.status();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
