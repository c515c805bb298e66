package io.tickmark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Tickmark;
import io.tickmark.kernel.EngagementId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private final TrailWorld world = new TrailWorld();
    private final EngagementId engagement = world.anEngagementWith(5);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path folder;
    private final Path export;

    VerifyCommandTest(@TempDir Path folder) {
        this.folder = folder;
        export = folder.resolve("trail.jsonl");
    }

    @BeforeEach
    void saveAnExport() throws IOException {
        Files.write(export, world.export(engagement));
    }

    @AfterEach
    void closeTheWorld() {
        world.close();
    }

    @Test
    void aSoundExportAnswersZeroAndItsHead() {
        assertThat(run(export.toString())).isZero();
        assertThat(said()).startsWith("Sound: the trail of " + engagement).contains("" + world.trail.head(engagement));
    }

    @Test
    void aCheckpointIsToldToBeContained() {
        assertThat(run(
                        export.toString(),
                        "--checkpoint",
                        world.trail.head(engagement).toString()))
                .isZero();
        assertThat(said()).contains("contains your checkpoint, entry 5");
    }

    @Test
    void aSpoiledExportAnswersOneAndNamesTheFirstBadEntry() throws IOException {
        spoil();
        assertThat(run(export.toString())).isEqualTo(1);
        assertThat(said()).startsWith("NOT SOUND, first bad entry: 3 (line 4).");
    }

    @Test
    void anotherCheckpointAnswersOne() {
        assertThat(run(export.toString(), "--checkpoint", "2:" + "a".repeat(64)))
                .isEqualTo(1);
        assertThat(said()).contains("first bad entry: 2");
    }

    @Test
    void whatCannotBeCheckedAnswersTwoAndSaysWhatToDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isEqualTo(2);
        assertThat(run(export.toString(), "--checkpoint")).isEqualTo(2);
        assertThat(run(export.toString(), "--checkpoint", "5")).isEqualTo(2);
        assertThat(run(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(run("\0")).isEqualTo(2);
        assertThat(said()).contains("Usage: java -jar tickmark.jar verify").contains("There is no file");
    }

    @Test
    void theProgramChecksWithoutStartingAServer() throws Exception {
        assertThat(program(export.toString())).isZero();
        assertThat(said()).startsWith("Sound: ").doesNotContain("Spring");
        spoil();
        assertThat(program(export.toString())).isEqualTo(1);
        assertThat(program()).isEqualTo(2);
    }

    private void spoil() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(export));
        lines.set(3, Exports.with(lines.get(3), "actor", "partner"));
        Files.write(export, lines);
    }

    private int run(String... args) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return VerifyCommand.run(List.of(args), out, out);
    }

    private int program(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Tickmark.class.getName(),
                "verify"));
        command.addAll(List.of(args));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        said.write(program.getInputStream().readAllBytes());
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return program.exitValue();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
