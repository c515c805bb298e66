package io.tickmark.storage;

import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** The SDK's client, set up so that nothing hangs and nothing is tried again in silence. */
final class S3Client {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** More uploads than this at once wait for each other. */
    private static final int CALLS = 64;

    private S3Client() {}

    /** Throws {@link StoreUnusable} for settings that no server could be asked with. */
    static MinioAsyncClient of(DocumentsProperties properties) {
        try {
            return MinioAsyncClient.builder()
                    .endpoint(String.valueOf(properties.endpoint()))
                    .credentials(given(properties.accessKey(), "ACCESSKEY"), given(properties.secretKey(), "SECRETKEY"))
                    // else each bucket's is asked for first
                    .region(properties.region())
                    .httpClient(http(properties.timeout()), true)
                    .build();
        } catch (IllegalArgumentException unreadable) {
            throw new StoreUnusable(
                    "tickmark.documents.endpoint is \"" + properties.endpoint() + "\" with the region \""
                            + properties.region() + "\", which is no address of an S3 server ("
                            + unreadable.getMessage()
                            + "): set it to one such as https://store.example:9000, without a path.",
                    unreadable);
        }
    }

    private static String given(@Nullable String secret, String name) {
        if (secret == null || secret.isBlank()) {
            throw new StoreUnusable(
                    "tickmark.documents.endpoint names an S3 server, but who signs in to it is not said: set"
                            + " TICKMARK_DOCUMENTS_" + name + " in the environment.",
                    null);
        }
        return secret;
    }

    private static OkHttpClient http(Duration timeout) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CALLS);
        // five by default, and the SDK sends everything by it
        dispatcher.setMaxRequestsPerHost(CALLS);
        long millis = timeout.toMillis();
        // not the SDK's own default: it sleeps and tries again five times while a person waits
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new NoDelaySockets())
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(Math.min(millis, CONNECT.toMillis()), TimeUnit.MILLISECONDS)
                .readTimeout(millis, TimeUnit.MILLISECONDS)
                .writeTimeout(millis, TimeUnit.MILLISECONDS)
                .build();
    }
}
