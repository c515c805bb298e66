package io.tickmark.bench;

import io.tickmark.kills.ForkedTickmark;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Start-up of the embedded default without its demo world, from the launch of the JVM to the first page, against the
 * smallest application with the same engine and models. Both alternate, on the same JVM with the same flags.
 */
class StartBenchmark {

    private static final int RUNS = Integer.getInteger("tickmark.bench.starts", 7);
    private static final int PORT = 18_099;

    /** Who waits longer hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What the smallest application does not have on its class path. */
    private static final Pattern NOT_MINIMAL = Pattern.compile(
            "(flyway|hibernate|spring-(data|orm|security|aspects|modulith|session)|spring-boot-(data|flyway|hibernate|jpa"
                    + "|security|actuator|health|thymeleaf|session|jarmode|micrometer|test|restclient|resttestclient)"
                    + "|springdoc|swagger|thymeleaf|attoparser|unbescape|openhtmltopdf|pdfbox|fontbox|xmpbox|graphics2d|ph-fonts"
                    + "|jasperreports|tika|commons-(csv|fileupload)|mysql|antlr4|byte-buddy|aspectjweaver|archunit|junit|assertj"
                    + "|mockito|playwright|camunda-bpm-).*");

    @TempDir
    Path folder;

    private record Took(double seconds, double processor) {}

    @Test
    void startToFirstPage() throws IOException {
        double[][] wall = new double[4][RUNS];
        double[][] processor = new double[4][RUNS];
        for (int run = 0; run < RUNS; run++) {
            Path ours = Files.createDirectories(folder.resolve("ours" + run));
            Path theirs = Files.createDirectories(folder.resolve("theirs" + run));
            Took[] took = {start(ours, true), start(theirs, false), start(ours, true), start(theirs, false)};
            for (int i = 0; i < took.length; i++) {
                wall[i][run] = took[i].seconds();
                processor[i][run] = took[i].processor();
            }
        }
        Ratio.print("first start to first page", wall[0], wall[1], "s", "<= 1.5");
        Ratio.print("a later start to first page", wall[2], wall[3], "s", "<= 1.5");
        Ratio.print("first start, time of all processors", processor[0], processor[1], "s", "none");
        Ratio.print("a later start, time of all processors", processor[2], processor[3], "s", "none");
    }

    /** What the plugin in pom.xml adds for {@code mvn spring-boot:run}. */
    private static final List<String> OF_OUR_POM = List.of("-XX:+UseSerialGC", "-XX:MetaspaceSize=256m");

    private static Took start(Path folder, boolean ours) throws IOException {
        String classPath = ours ? ForkedTickmark.classPath() : minimalClassPath();
        String main = ours ? "io.tickmark.Tickmark" : "bench.minimal.MinimalApplication";
        String setting = ours
                ? "--tickmark.demo.world=false"
                : "--spring.datasource.url=jdbc:h2:file:./data/minimal;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // as mvn spring-boot:run starts it
                "-Duser.timezone=UTC"));
        if (ours) {
            command.addAll(OF_OUR_POM);
        }
        command.addAll(List.of(
                "-cp", classPath, main, "--server.address=127.0.0.1", "--server.port=" + PORT, setting));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log").toFile()))
                .start();
        try {
            while (!answers()) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new AssertionError(Files.readString(folder.resolve("log")));
                }
                Thread.sleep(10);
            }
            Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return new Took((System.nanoTime() - begin) / 1e9, processor.toMillis() / 1e3);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + PORT + "/login").toURL().openConnection();
            boolean there = connection.getResponseCode() == 200;
            connection.getInputStream().readAllBytes();
            return there;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The same models, the engine and what it needs, one page. */
    private static String minimalClassPath() throws IOException {
        Path models = Files.createTempDirectory("minimal");
        for (String folder : List.of("processes", "forms")) {
            Path target = Files.createDirectories(models.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
        Path program = Files.createDirectories(models.resolve("bench/minimal"));
        try (Stream<Path> files = Files.list(Path.of("target/test-classes/bench/minimal"))) {
            for (Path file : files.toList()) {
                Files.copy(file, program.resolve(file.getFileName()));
            }
        }
        String jars = Arrays.stream(ForkedTickmark.classPath().split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !NOT_MINIMAL
                        .matcher(Path.of(entry).getFileName().toString().toLowerCase(Locale.ROOT))
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
        return models + File.pathSeparator + jars;
    }
}
