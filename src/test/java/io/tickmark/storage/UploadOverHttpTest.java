package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reader and store behind a real server and real sockets. */
class UploadOverHttpTest {

    private static final long LIMIT = 100 << 20;

    // kept here: loggers are garbage-collected, and their levels with them
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Path work;
    private Path documents;
    private Tomcat tomcat;
    private Uploads uploads;

    @BeforeEach
    void start(@TempDir Path temp) throws LifecycleException {
        TOMCAT.setLevel(Level.SEVERE);
        work = temp.resolve("tomcat");
        documents = temp.resolve("documents");
        uploads = new Uploads(new FileSystemStore(new DocumentsFolder(documents)));
        tomcat = new Tomcat();
        tomcat.setBaseDir(work.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "uploads", uploads);
        context.addServletMappingDecoded("/", "uploads");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aLargeUploadTakesLittleMemoryAndNoOtherDisk() throws Exception {
        // Tika's list of types is read once, on first use: not what an upload costs
        assertThat(ContentType.of(new byte[0], "warm")).isNotEmpty();
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("X-File-Name", "%F0%9F%98%80.bin")
                .POST(BodyPublishers.ofInputStream(() -> Streams.ofZeros(64 << 20)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString(UTF_8))
                        .body())
                .isEqualTo("[\ud83d\ude00.bin " + (64 << 20) + "]");
        assertThat(uploads.allocated).isLessThan(8 << 20);
        assertThat(filesIn(work)).isZero();
        assertThat(filesIn(documents)).isEqualTo(1);
    }

    @Test
    void severalFilesArriveInOneMultipartBody() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(part("a.txt", "first") + part("b.txt", "x".repeat(300_000)) + "--edge--"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString(UTF_8))
                        .body())
                .isEqualTo("[a.txt 5, b.txt 300000]");
        assertThat(filesIn(work)).isZero();
    }

    @Test
    void aRawBodyThatIsCutOffLeavesNothing() throws Exception {
        send("POST / HTTP/1.1\r\nHost: a\r\nX-File-Name: a\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(400_000));
        assertThat(uploads.failure.get(10, TimeUnit.SECONDS)).isInstanceOf(Malformed.class);
        assertThat(filesIn(documents)).isZero();
    }

    @Test
    void aMultipartBodyThatIsCutOffLeavesNothingOfItsLastFile() throws Exception {
        send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=edge\r\n"
                + "Content-Length: 1000000\r\n\r\n" + part("a.txt", "whole") + part("b.txt", "x".repeat(400_000)));
        assertThat(uploads.failure.get(10, TimeUnit.SECONDS)).isInstanceOf(Malformed.class);
        // the first file is whole and nobody's: the reconciler takes it
        assertThat(filesIn(documents)).isEqualTo(1);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/");
    }

    private void send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
        }
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static final class Uploads extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient DocumentStore store;
        private final transient CompletableFuture<Throwable> failure = new CompletableFuture<>();
        private volatile long allocated;

        Uploads(DocumentStore store) {
            this.store = store;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            response.setCharacterEncoding(UTF_8);
            try {
                response.getWriter()
                        .print(UploadReader.read(
                                request,
                                LIMIT,
                                file -> file.name() + " "
                                        + store.put(
                                                        new DocumentKey(EngagementId.next(), UUID.randomUUID()),
                                                        file.bytes(),
                                                        LIMIT)
                                                .size()));
            } catch (RuntimeException e) {
                failure.complete(e);
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            } finally {
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
    }
}
