package io.tickmark.races;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code -Dtickmark.races} says how many, {@code -Dtickmark.seed} repeats a run's choices. */
@Tag("database")
@TickmarkTest
class RaceTest {

    private static final int RACES = Integer.getInteger("tickmark.races", 50);
    private static final long SEED = Long.getLong("tickmark.seed", 1);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void everyRaceEndsAsItShould() {
        RaceWorld world = new RaceWorld(port, people, clients);
        Random random = new Random(SEED);
        Race[] kinds = Race.values();
        for (int i = 0; i < RACES; i++) {
            // each kind in turn, so that few races are of all kinds
            Race race = kinds[i % kinds.length];
            try {
                race.run(world, new Race.Start(random, threads));
            } catch (AssertionError lost) {
                throw new AssertionError("Race " + i + " with seed " + SEED + ": " + race, lost);
            }
        }
    }
}
