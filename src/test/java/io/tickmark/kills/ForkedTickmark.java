package io.tickmark.kills;

import io.tickmark.Caller;
import io.tickmark.FreePort;
import io.tickmark.Wait;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The application as a user runs it: a JVM of its own with the packaged classes and nothing of the tests, in a folder of
 * its own, on the embedded default. It is there to be killed.
 */
public final class ForkedTickmark implements AutoCloseable {

    /** Far beyond what a start takes on a machine that does much else; whoever waits longer hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final String PORT = "server.port";
    private static final Pattern LINK = Pattern.compile("chooses a password at /invitations/(\\S+)");

    private final Path folder;
    private final Map<String, String> settings;
    private @Nullable Process process;
    private int port;

    /** @param settings as on the command line, without the two hyphens; a free port where they name none */
    public ForkedTickmark(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    public int port() {
        return port;
    }

    /**
     * Starts the process and does not wait for it.
     *
     * @param options for its JVM, beside what {@code mvn spring-boot:run} gives
     */
    public void launch(String... options) {
        try {
            port = settings.containsKey(PORT) ? Integer.parseInt(settings.get(PORT)) : FreePort.any();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // what mvn spring-boot:run gives as well: it starts in half the time
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:MetaspaceSize=256m",
                    "-Xmx512m",
                    "-Duser.timezone=UTC"));
            command.addAll(List.of(options));
            command.addAll(ArchivedClasses.options());
            command.addAll(List.of("io.tickmark.Tickmark"));
            Map<String, String> all = new HashMap<>(settings);
            all.put(PORT, Integer.toString(port));
            all.forEach((name, value) -> command.add("--" + name + "=" + value));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("TICKMARK_"));
            process = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Waits until health answers 200; says how much time of a processor the start took. */
    public Duration ready() {
        Caller caller = Caller.nobody(port);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy(caller)) {
            if (!running().isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The application does not come up:\n" + log());
            }
            Wait.pause(50);
        }
        return running().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static boolean healthy(Caller caller) {
        try {
            return caller.get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Waits until it ends by itself; its exit code. */
    public int ended() {
        try {
            if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The application does not end:\n" + log());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return running().exitValue();
    }

    /** kill -9, and waits until it is gone: its locks on files go with it. */
    public void kill() {
        running().destroyForcibly().onExit().join();
    }

    /** Stops the process where it stands, or lets it go on: a node that answers nobody for a while. */
    public void pause(boolean stopped) {
        try {
            String signal = stopped ? "-STOP" : "-CONT";
            int done = new ProcessBuilder(
                            "kill", signal, Long.toString(running().pid()))
                    .start()
                    .waitFor();
            if (done != 0) {
                throw new IllegalStateException("kill " + signal + " failed");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** The code of the newest link for the first administrator. */
    public String administratorsCode() {
        Matcher matcher = LINK.matcher(log());
        String code = null;
        while (matcher.find()) {
            code = matcher.group(1);
        }
        if (code == null) {
            throw new AssertionError("No link for the first administrator was printed:\n" + log());
        }
        return code;
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return "";
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not launched");
        }
        return process;
    }

    /** What the application runs on, without the tests. */
    public static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
