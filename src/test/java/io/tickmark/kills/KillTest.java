package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller.Reply;
import io.tickmark.Wait;
import io.tickmark.kills.Deed.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments of completing, uploading, creating and starting. {@code -Dtickmark.kills} says how often
 * (two of five on MariaDB), {@code -Dtickmark.seed} repeats a run's choices.
 */
class KillTest {

    private static final int PROGRESS = 20;
    private static final int KILLS = Integer.getInteger("tickmark.kills", 20);
    private static final int ON_MARIADB = KILLS * 2 / 5;
    private static final long SEED = Long.getLong("tickmark.seed", 1);
    private static final int CLIENTS = 4;
    private static final int MOST_CALLS = 40;
    private static final int LATEST_MILLIS = 40;
    private static final Duration LONGEST_WORK = Duration.ofSeconds(30);
    private static final int FIRST_STARTS = 2;

    /** The bar is 30 s on a machine of its own; a processor's time is the same on one that is shared. */
    private static final Duration READY_AGAIN = Duration.ofSeconds(30);

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedOutlivesKills() throws IOException {
        Path home = Files.createDirectories(folder.resolve("installation"));
        outlives(KILLS - ON_MARIADB, home, Installation.embedded(home, folder.resolve("copies")));
    }

    @Test
    @Tag("mariadb")
    void whatWasAcknowledgedOutlivesKillsOnMariaDb() throws IOException {
        Path home = Files.createDirectories(folder.resolve("installation"));
        outlives(ON_MARIADB, home, Installation.onMariaDb(home, "kills"));
    }

    @SuppressWarnings("SystemOut") // what a long run has seen is worth a line
    private void outlives(int kills, Path home, Installation installation) {
        Map<String, String> settings = new HashMap<>(installation.settings());
        settings.put("tickmark.demo.mode", "false");
        try (var application = new ForkedTickmark(home, settings)) {
            killFirstStarts(application, installation);
            application.launch();
            Duration start = application.ready();
            World world = new World(application);
            Recovery recovery = new Recovery(world, ledger);
            Duration slowest = Duration.ZERO;
            for (int kill = FIRST_STARTS; kill < kills; kill++) {
                if (kill % 5 == 0) {
                    killWhileStarting(application, start);
                } else {
                    work(application, world);
                }
                lookAt(installation);
                application.launch();
                Duration took = application.ready();
                assertThat(took).as("time of a processor until ready").isLessThan(READY_AGAIN);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                world.moved();
                recovery.theSameKeysGetTheSameAnswers();
                recovery.theTrailsVerify();
                if (kill % PROGRESS == 0) {
                    System.out.println(kill + " of " + kills + " kills");
                }
            }
            recovery.whatFollowsIsThere();
            application.kill();
            lookAt(installation);
            System.out.println(kills + " kills with seed " + SEED + ": " + sums() + "; " + recovery.told()
                    + "; the slowest start took " + slowest.toMillis() + " ms of a processor");
        }
    }

    /** The very first start makes the database; it may be cut off at any point of that. */
    private void killFirstStarts(ForkedTickmark application, Installation installation) {
        for (int i = 0; i < FIRST_STARTS; i++) {
            application.launch();
            while (!installation.begun()) {
                Wait.pause(10);
            }
            Wait.pause(random.nextInt(1_500));
            application.kill();
        }
    }

    private void killWhileStarting(ForkedTickmark application, Duration usual) {
        application.kill();
        application.launch();
        Wait.pause(random.nextInt((int) usual.toMillis()));
        application.kill();
    }

    private void work(ForkedTickmark application, World world) {
        ledger.over(false);
        List<Thread> clients = new ArrayList<>();
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(new RandomClient(world, ledger, random.nextLong()));
            client.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            client.start();
            clients.add(client);
        }
        awaitCalls(1 + random.nextInt(MOST_CALLS));
        Wait.pause(random.nextInt(LATEST_MILLIS));
        application.kill();
        ledger.over(true);
        clients.forEach(KillTest::join);
        assertThat(failures).isEmpty();
        assertThat(ledger.all()).noneMatch(deed -> status(deed) >= 500);
        // bad guesses would make the clients idle, and the test say nothing
        assertThat(ledger.all()).noneMatch(deed -> status(deed) == 422 || status(deed) == 400);
    }

    /** By calls and not by time, so that a busy machine is not idle between two kills. */
    private void awaitCalls(int calls) {
        int enough = ledger.all().size() + calls;
        long end = System.nanoTime() + LONGEST_WORK.toNanos();
        while (ledger.all().size() < enough && System.nanoTime() < end) {
            Wait.pause(2);
        }
    }

    private static int status(Deed deed) {
        Reply reply = deed.answer();
        return reply == null ? 0 : reply.status();
    }

    private void lookAt(Installation installation) {
        try (Aftermath aftermath = installation.aftermath()) {
            aftermath.holds(ledger);
        }
    }

    private String sums() {
        List<String> sums = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            sums.add(ledger.taken(kind).size() + " of kind " + kind);
        }
        return String.join(", ", sums);
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
