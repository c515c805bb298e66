package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkBenchmark;
import io.tickmark.Wait;
import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.storage.S3Server;
import io.tickmark.storage.SdkPut;
import io.tickmark.storage.ServerApart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document uploaded over HTTP against the SDK's own put of the same file to the same S3 server, which is a process of
 * its own and keeps files on this disk. {@code -Dtickmark.bench.gigabyte=true} uploads 1 GB too.
 */
@TickmarkBenchmark
class UploadBenchmark {

    private static final int MEGA = 1 << 20;
    private static final int READ_IN = 60;
    private static final Path FOLDER = Path.of("target", "bench", "uploads").toAbsolutePath();

    private static final ServerApart SERVER = new ServerApart(FOLDER.resolve("s3"));

    @LocalServerPort
    int port;

    /** Where a file goes, and in whose name. A request answered with hundreds of files would be no usual one. */
    private static final class Place {

        private static final int FILES = 10;

        private final EvidenceWorld world;
        private final String server;
        private String url = "";
        private int files;

        private String prefer = "";

        Place(EvidenceWorld world, int port) {
            this.world = world;
            this.server = "http://127.0.0.1:" + port;
        }

        /** Also makes the file another, for the same bytes given again are looked up and told. */
        void next(Path file) throws IOException {
            if (files % FILES == 0) {
                url = server + "/api/requests/" + world.asked("DOCUMENT", "ORG-01") + "/documents";
            }
            files++;
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.writeInt(files);
            }
        }
    }

    @BeforeAll
    static void files() throws IOException {
        Files.createDirectories(FOLDER);
    }

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry settings) {
        settings.add("tickmark.documents.endpoint", SERVER::endpoint);
        settings.add("tickmark.documents.bucket", () -> S3Server.BUCKET);
        settings.add("tickmark.documents.access-key", () -> S3Server.ACCESS_KEY);
        settings.add("tickmark.documents.secret-key", () -> S3Server.SECRET_KEY);
        settings.add("tickmark.documents.max-size", () -> "2GB");
    }

    @AfterAll
    static void clear() throws IOException {
        SERVER.close();
        Files.walkFileTree(FOLDER, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void uploads(@Autowired JsonMapper json, @Autowired People people, @Autowired Clients clients) throws IOException {
        EvidenceWorld world = new EvidenceWorld(port, json, people, clients);
        Place place = new Place(world, port);
        try (SdkPut sdk = new SdkPut(SERVER.endpoint())) {
            // the SDK reads nothing of a document either
            place.prefer = "respond-async";
            measure(place, sdk, "1 MB, not waiting until it is read,", MEGA, 200, 100, "<= 2.5");
            place.prefer = "";
            measure(place, sdk, "1 MB", MEGA, 100, 100, "none");
            measure(place, sdk, "100 MB", 100L * MEGA, 2, 7, "<= 1.18");
            if (Boolean.getBoolean("tickmark.bench.gigabyte")) {
                measure(place, sdk, "1 GB", 1024L * MEGA, 0, 3, "<= 1.18");
            }
        }
        Path large = file(300L * MEGA);
        place.next(large);
        HeapWatch heap = new HeapWatch();
        upload(place, large);
        Ratio.figure("heap that an upload of 300 MB needs more", heap.growth() / (double) MEGA, "MB", "<= 32");
        Files.delete(large);
    }

    private static void measure(Place place, SdkPut sdk, String what, long size, int warm, int runs, String bar)
            throws IOException {
        Path file = file(size);
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        double[][] processor = new double[2][runs];
        for (int run = -warm; run < runs; run++) {
            place.next(file);
            Timing our = Timing.of(() -> upload(place, file));
            // what was given is read now, and must not hold up the other side
            Wait.pause(READ_IN);
            String[] name = {""};
            Timing their = Timing.of(() -> name[0] = sdk.put(file));
            sdk.remove(name[0]);
            if (run >= 0) {
                ours[run] = our.wallMillis();
                theirs[run] = their.wallMillis();
                processor[0][run] = our.processorMillis();
                processor[1][run] = their.processorMillis();
            }
        }
        Files.delete(file);
        Ratio.print("upload of " + what + " / the SDK's own put of the file", ours, theirs, "ms", bar);
        Ratio.print(
                "upload of " + what + " / the same, processor time without the store's",
                processor[0],
                processor[1],
                "ms",
                bar);
    }

    private static Path file(long size) throws IOException {
        Path file = FOLDER.resolve("file-" + size);
        Random random = new Random(size);
        byte[] some = new byte[MEGA];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= some.length) {
                random.nextBytes(some);
                out.write(some);
            }
        }
        return file;
    }

    private static void upload(Place place, Path file) {
        try {
            HttpURLConnection call = (HttpURLConnection)
                    URI.create(place.url).toURL().openConnection();
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setRequestProperty("Authorization", place.world.authorization(EvidenceWorld.OWNER));
            call.setRequestProperty("X-File-Name", UUID.randomUUID() + ".bin");
            call.setRequestProperty("Content-Type", "application/octet-stream");
            if (!place.prefer.isEmpty()) {
                call.setRequestProperty("Prefer", place.prefer);
            }
            call.setFixedLengthStreamingMode(Files.size(file));
            try (OutputStream out = call.getOutputStream();
                    InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                }
            }
            assertThat(call.getResponseCode()).isEqualTo(201);
            call.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
