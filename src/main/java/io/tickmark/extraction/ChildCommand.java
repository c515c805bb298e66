package io.tickmark.extraction;

import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command that starts a reader: this JVM's program on this application's classes, wherever those are. */
final class ChildCommand {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildCommand() {}

    /** @param folder where the reader works, and keeps whatever it must keep */
    static List<String> of(ReadingLimits limits, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + limits.memory().toMegabytes() + "m");
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:MaxDirectMemorySize=64m",
                "-Xss1m",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                // its standard output is what it answers on
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-Djava.nio.channels.spi.SelectorProvider=" + NoNetwork.Selectors.class.getName(),
                "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet="));
        command.addAll(List.of("-cp", classPath()));
        if (inOneJar()) {
            command.addAll(List.of("-Dloader.main=" + ReaderMain.class.getName(), LAUNCHER));
        } else {
            command.add(ReaderMain.class.getName());
        }
        command.addAll(ReaderMain.arguments(limits));
        return command;
    }

    /** Absolute, since the reader works in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** In a jar of jars only Spring Boot's own launcher finds classes; it takes any main class of theirs. */
    private static boolean inOneJar() {
        URL place = ChildCommand.class.getProtectionDomain().getCodeSource().getLocation();
        return !place.getProtocol().equals("file");
    }
}
