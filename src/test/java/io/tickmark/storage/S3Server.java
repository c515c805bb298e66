package io.tickmark.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server in this JVM that keeps files in a folder; it has no object lock. Public for tests of other modules. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "evidence";
    public static final String ACCESS_KEY = "local-access";
    public static final String SECRET_KEY = "local-secret-key";

    private final Path folder;
    private final int port;
    private S3Proxy server;

    /** Starts it on a free port of the loopback address. */
    public S3Server(Path folder) {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        this.server = launch();
    }

    private S3Proxy launch() {
        try {
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(
                            Files.createDirectories(folder).toAbsolutePath().toString()))
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .stopTimeout(0)
                    .build();
            proxy.start();
            return proxy;
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start", e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** A store on this server, as the application opens it; the caller closes it where it is closeable. */
    public DocumentStore store() {
        return S3Store.open(settings());
    }

    int port() {
        return port;
    }

    Path bucket() {
        return folder.resolve(BUCKET);
    }

    DocumentsProperties settings() {
        return settings(endpoint());
    }

    static DocumentsProperties settings(String endpoint) {
        return new DocumentsProperties(
                "unused", endpoint, BUCKET, "us-east-1", ACCESS_KEY, SECRET_KEY, Duration.ofSeconds(5));
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
    }

    /** On the same port, with what it held. */
    public void restart() {
        server = launch();
    }

    @Override
    public void close() {
        stop();
    }
}
