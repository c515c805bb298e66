package io.tickmark.storage;

import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** The SDK's own put of a file, in parts of 16 MiB; without Nagle's delay, which would count against it. */
public final class SdkPut implements AutoCloseable {

    private static final long PART = 16L << 20;

    private final MinioAsyncClient client;

    public SdkPut(String endpoint) {
        client = MinioAsyncClient.builder()
                .endpoint(endpoint)
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .region("us-east-1")
                .httpClient(
                        Http.newDefaultClient()
                                .newBuilder()
                                .socketFactory(new NoDelaySockets())
                                .build(),
                        true)
                .build();
    }

    /** Answers the name under which it stands now. */
    public String put(Path file) {
        String name = UUID.randomUUID().toString();
        try (InputStream in = Files.newInputStream(file)) {
            client.putObject(PutObjectArgs.builder()
                            .bucket(S3Server.BUCKET)
                            .object(name)
                            .stream(in, Files.size(file), PART)
                            .build())
                    .get();
            return name;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void remove(String name) {
        client.removeObject(RemoveObjectArgs.builder()
                        .bucket(S3Server.BUCKET)
                        .object(name)
                        .build())
                .join();
    }

    @Override
    public void close() {
        client.close();
    }
}
