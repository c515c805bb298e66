package io.tickmark.storage;

import io.tickmark.FreePort;
import io.tickmark.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The smallest Ceph there is, on a private folder and free ports: one monitor, one store in memory, one RGW, which is an
 * S3 server with versions and with an object lock that is enforced. It ends with this JVM.
 */
final class CephRgw {

    static final String ACCESS_KEY = "EVACCESS";
    static final String SECRET_KEY = "EVSECRETKEY123";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String POOL = "default.rgw.buckets.data";

    private static final String CONFIGURATION = """
            [global]
            fsid = %1$s
            mon host = v2:127.0.0.1:%2$d/0
            public network = 127.0.0.0/8
            auth cluster required = none
            auth service required = none
            auth client required = none
            auth supported = none
            osd pool default size = 1
            osd pool default min size = 1
            osd pool default pg num = 4
            osd pool default pgp num = 4
            mon allow pool size one = true
            mon warn on pool no redundancy = false
            mon max pg per osd = 1000
            osd crush chooseleaf type = 0
            osd objectstore = memstore
            memstore device bytes = 3221225472
            osd max object name len = 256
            osd max object namespace len = 64
            osd memory target = 939524096
            run dir = %3$s/run
            admin socket = %3$s/run/$name.asok
            pid file = %3$s/run/$name.pid
            log file = %3$s/$name.log
            crash dir = %3$s/run
            mon data = %3$s/mon
            osd data = %3$s/osd
            mon data avail warn = 1
            mon data avail crit = 1
            keyring = %3$s/keyring
            debug ms = 0
            ms bind ipv6 = false
            ms mon client mode = crc
            ms client mode = crc
            rgw frontends = beast endpoint=127.0.0.1:%4$d
            rgw dynamic resharding = false
            rgw enable usage log = false
            """;

    private final Path folder;
    private final int port;
    private final List<Process> servers = new ArrayList<>();

    private CephRgw() throws IOException {
        folder = Files.createTempDirectory("tickmark-rgw");
        port = FreePort.any();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        for (String part : List.of("mon", "osd", "run")) {
            Files.createDirectory(folder.resolve(part));
        }
        monitor();
        store();
        servers.add(launch("radosgw", "-n", "client.admin", "-f"));
        until("the gateway", this::isOpen);
        run(
                "radosgw-admin",
                "-n",
                "client.admin",
                "user",
                "create",
                "--uid=ev",
                "--display-name=Evidence",
                "--access-key=" + ACCESS_KEY,
                "--secret-key=" + SECRET_KEY);
    }

    private static final class Shared {
        static final CephRgw SERVER = start();
    }

    /** The one that all tests of this JVM share. */
    static CephRgw shared() {
        return Shared.SERVER;
    }

    private static CephRgw start() {
        try {
            return new CephRgw();
        } catch (IOException missing) {
            throw new UncheckedIOException("Ceph does not start; ./verify installs it", missing);
        }
    }

    int port() {
        return port;
    }

    private void monitor() throws IOException {
        String cluster = UUID.randomUUID().toString();
        int monitor = FreePort.any();
        Files.writeString(folder.resolve("ceph.conf"), CONFIGURATION.formatted(cluster, monitor, folder, port));
        String map = folder.resolve("monmap").toString();
        String keyring = folder.resolve("keyring").toString();
        run("ceph-authtool", "--create-keyring", keyring, "--gen-key", "-n", "mon.", "--cap", "mon", "allow *");
        run(
                "ceph-authtool",
                keyring,
                "--gen-key",
                "-n",
                "client.admin",
                "--cap",
                "mon",
                "allow *",
                "--cap",
                "osd",
                "allow *",
                "--cap",
                "mgr",
                "allow *");
        run(
                "monmaptool",
                "--create",
                "--clobber",
                "--fsid",
                cluster,
                "--addv",
                "a",
                "[v2:127.0.0.1:" + monitor + "]",
                map);
        run("ceph-mon", "--mkfs", "-i", "a", "--monmap", map, "--keyring", keyring);
        servers.add(launch("ceph-mon", "-i", "a", "-f"));
    }

    private void store() throws IOException {
        String id = UUID.randomUUID().toString();
        run("ceph", "--connect-timeout", "60", "osd", "new", id);
        run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", id);
        servers.add(launch("ceph-osd", "-i", "0", "-f"));
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Changes a byte of the document where Ceph itself keeps it; for documents of at most 4 MiB. */
    void flipByte(DocumentKey key, long position) throws IOException {
        Path copy = Files.createTempFile(folder, "object", null);
        String object = object(key);
        run("rados", "-p", POOL, "get", object, copy.toString());
        byte[] bytes = Files.readAllBytes(copy);
        bytes[(int) position] ^= 1;
        Files.write(copy, bytes);
        run("rados", "-p", POOL, "put", object, copy.toString());
        Files.delete(copy);
    }

    void lose(DocumentKey key) throws IOException {
        run("rados", "-p", POOL, "rm", object(key));
    }

    /** A version's bytes stand under a name of their own; the plain name is no more than a pointer to it. */
    private String object(DocumentKey key) throws IOException {
        List<String> found = run("rados", "-p", POOL, "ls")
                .lines()
                .filter(name -> name.endsWith("_" + key))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (found.isEmpty()) {
            throw new IOException("Ceph holds no object of " + key);
        }
        return found.get(0);
    }

    private ProcessBuilder command(String... command) {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .putAll(Map.of("CEPH_CONF", folder.resolve("ceph.conf").toString()));
        return process.directory(folder.toFile());
    }

    private Process launch(String... command) throws IOException {
        return command(command)
                .redirectOutput(folder.resolve(command[0] + ".out").toFile())
                .start();
    }

    private String run(String... command) throws IOException {
        Process process = command(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }

    private static void until(String what, java.util.function.BooleanSupplier ready) {
        if (!Wait.within(PATIENCE, ready)) {
            throw new IllegalStateException("Ceph does not get ready: " + what);
        }
    }

    private void end() {
        for (int i = servers.size() - 1; i >= 0; i--) {
            servers.get(i).destroyForcibly();
            servers.get(i).onExit().join();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException inUse) {
            System.err.println("Left behind: " + folder);
        }
    }
}
