package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole life cycles by chance, the application killed and started again after random steps. {@code -Dtickmark.lives}
 * says how many, {@code -Dtickmark.seed} repeats a run's choices.
 */
class LifeCyclesTest {

    private static final int LIVES = Integer.getInteger("tickmark.lives", 1);
    private static final long SEED = Long.getLong("tickmark.seed", 1);
    private static final int STEPS_TO_A_KILL = 100;
    private static final int LONGEST = 1_500;
    private static final int MONTHS_OF_SILENCE = 15;
    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,POP access granted in the period;SMP approved request for each sampled grant;DOC access procedure
            OPS-01,Monitoring watched,Somebody watches alerts on the wall display.,CC7.2,continuous,detective/automated,CFG alert rules
            """;

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("SystemOut") // what a long run has seen is worth a line
    void everyLifeCycleComesToAnEnd() throws IOException {
        Path home = Files.createDirectories(folder.resolve("installation"));
        Installation installation = Installation.embedded(home, folder.resolve("copies"));
        Map<String, Integer> ends = new TreeMap<>();
        int kills = 0;
        try (var application = new ForkedTickmark(home, Map.of("tickmark.demo.world", "false"))) {
            application.launch();
            application.ready();
            World world = new World(application);
            world.importControls(CONTROLS);
            for (int i = 0; i < LIVES; i++) {
                RandomLife life = new RandomLife(world, random);
                kills += live(life, world, application, installation);
                ends.merge(life.phase(), 1, Integer::sum);
                System.out.println("Life cycle " + (i + 1) + " of " + LIVES + ": " + life.phase() + " after "
                        + life.steps() + " answers");
                new Recovery(world, new Ledger()).theTrailsVerify();
            }
            application.kill();
            look(installation);
        }
        System.out.println(LIVES + " life cycles with seed " + SEED + " ended as " + ends + ", with " + kills
                + " kills on the way");
    }

    private int live(RandomLife life, World world, ForkedTickmark application, Installation installation) {
        int kills = 0;
        int silence = 0;
        for (int step = 0; !life.over(); step++) {
            assertThat(step).as(() -> "steps of\n" + life.story()).isLessThan(LONGEST);
            if (random.nextInt(STEPS_TO_A_KILL) == 0) {
                Wait.pause(random.nextInt(50));
                application.kill();
                look(installation);
                application.launch();
                application.ready();
                world.moved();
                kills++;
            }
            if (life.step()) {
                silence = 0;
            } else {
                world.later("P30D");
                silence++;
                assertThat(silence)
                        .as(() -> "months in which nobody had a task, in " + life.phase() + " after\n" + life.story())
                        .isLessThan(MONTHS_OF_SILENCE);
            }
        }
        return kills;
    }

    private static void look(Installation installation) {
        try (Aftermath aftermath = installation.aftermath()) {
            aftermath.isSound();
        }
    }
}
