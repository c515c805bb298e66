package io.tickmark.kills;

import io.tickmark.kernel.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application's classes and libraries as an archive that a JVM maps in place of loading them (JEP 350): a start
 * takes two thirds of its time. Made once for a state of the classes, for all JVMs that tests start.
 */
final class ArchivedClasses {

    private static final Path FOLDER = Path.of("target", "archived-classes").toAbsolutePath();

    private ArchivedClasses() {}

    /** The class path and its archive, as a JVM's options. */
    static List<String> options() throws IOException {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        String state = Sha256.hex(ForkedTickmark.classPath() + files(classes));
        Path jar = FOLDER.resolve(state + ".jar");
        Path archive = FOLDER.resolve(state + ".jsa");
        // an archive knows no folders with classes
        String classPath = ForkedTickmark.classPath().replace(classes + File.pathSeparator, jar + File.pathSeparator);
        Files.createDirectories(FOLDER);
        try (FileChannel gate =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = gate.lock()) {
            if (!Files.exists(archive) && alone.isValid()) {
                pack(classes, jar);
                write(archive, classPath);
            }
        }
        return List.of("-XX:SharedArchiveFile=" + archive, "-cp", classPath);
    }

    private static String files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static void pack(Path classes, Path jar) {
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar.toString(),
                        "-C",
                        "" + classes,
                        ".");
        if (failed != 0) {
            throw new IllegalStateException("The classes could not be packed into " + jar);
        }
    }

    /** By a start that ends as soon as the application is there. */
    private static void write(Path archive, String classPath) throws IOException {
        Path home = Files.createTempDirectory(FOLDER, "start");
        Process start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off",
                        "-Dspring.context.exit=onRefresh",
                        "-cp",
                        classPath,
                        "io.tickmark.Tickmark",
                        "--server.port=0",
                        "--tickmark.demo.world=false")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        if (start.onExit().join().exitValue() != 0 || !Files.exists(archive)) {
            throw new IllegalStateException(
                    "No archive of the classes was written:\n" + Files.readString(home.resolve("log")));
        }
    }
}
