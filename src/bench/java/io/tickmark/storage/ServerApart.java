package io.tickmark.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** An S3 server in a JVM of its own, so that neither its memory nor its threads are counted as the application's. */
public final class ServerApart implements AutoCloseable {

    private final Process process;
    private final String endpoint;

    public ServerApart(Path folder) {
        try {
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerApart.class.getName(),
                            folder.toString()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            while (line != null && !line.startsWith("http://")) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IOException("The S3 server does not start");
            }
            endpoint = line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String endpoint() {
        return endpoint;
    }

    /** Serves until whoever started it is gone. */
    @SuppressWarnings("SystemOut") // the address, for whoever started it
    public static void main(String[] folder) throws IOException {
        try (S3Server server = new S3Server(Path.of(folder[0]))) {
            System.out.println(server.endpoint());
            System.out.flush();
            while (System.in.read() >= 0) {
                // until it is closed
            }
        }
        System.exit(0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
