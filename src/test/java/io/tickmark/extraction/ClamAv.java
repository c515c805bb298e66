package io.tickmark.extraction;

import io.tickmark.FreePort;
import io.tickmark.Wait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A clamd of our own on a private folder and a free port. It knows one signature, which we wrote: nothing is fetched.
 */
public final class ClamAv implements AutoCloseable {

    /** What it takes for malware. */
    public static final String MALWARE = "TICKMARK-TEST-MALWARE-5e1f";

    private final Path folder;
    private final int port;
    private final Process server;

    /** @param mostBytes larger files are not scanned */
    public ClamAv(Path folder, int mostBytes) throws IOException {
        this.folder = folder;
        this.port = FreePort.any();
        Path database = Files.createDirectories(folder.resolve("database"));
        Files.writeString(
                database.resolve("tickmark.ndb"),
                "Tickmark.Test:0:*:" + HexFormat.of().formatHex(MALWARE.getBytes(StandardCharsets.US_ASCII)) + "\n");
        Path configuration = Files.writeString(
                folder.resolve("clamd.conf"),
                "Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket " + port + "\nDatabaseDirectory " + database
                        + "\nTemporaryDirectory " + folder + "\nStreamMaxLength " + mostBytes + "\n");
        this.server = new ProcessBuilder("/usr/sbin/clamd", "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitAnswer();
    }

    public MalwareScanner scanner() {
        return new Clamd(new ClamdAddress("127.0.0.1", port, Duration.ofSeconds(20)));
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void awaitAnswer() throws IOException {
        if (Wait.within(Duration.ofSeconds(60), () -> answers() || !server.isAlive()) && server.isAlive()) {
            return;
        }
        close();
        throw new IOException(
                "clamd does not answer; ./verify installs it: " + Files.readString(folder.resolve("log")));
    }

    @Override
    public void close() {
        server.destroyForcibly();
        server.onExit().join();
    }
}
