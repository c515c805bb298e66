package io.tickmark.storage;

import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.MakeBucketArgs;
import io.minio.messages.VersioningConfiguration.Status;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Looks at the bucket that the settings name: whether it is there and ours, and what it can do. */
final class S3Setup {

    /** What a server answers to somebody whom it knows not, or to whom it gives no rights. */
    private static final Set<String> STRANGER = Set.of(
            "AccessDenied",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "AuthorizationHeaderMalformed",
            "AllAccessDisabled");

    private final S3Bucket bucket;
    private final DocumentsProperties properties;
    private volatile @Nullable Capabilities capabilities;

    S3Setup(S3Bucket bucket, DocumentsProperties properties) {
        this.bucket = bucket;
        this.properties = properties;
    }

    /** Throws {@link StoreUnusable} when no time will help; a store that does not answer may be back in a minute. */
    void check() {
        try {
            capabilities();
        } catch (StoreUnavailable failure) {
            if (S3Answers.code(failure) != null || failure.getCause() instanceof IllegalArgumentException) {
                throw new StoreUnusable(sentence(failure), failure);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new StoreUnusable(
                    "tickmark.documents.bucket is \"" + bucket.name() + "\", which is no name of a bucket ("
                            + unreadable.getMessage() + "): give it 3 to 63 lower-case letters, digits and hyphens.",
                    unreadable);
        }
    }

    Capabilities capabilities() {
        Capabilities known = capabilities;
        if (known == null) {
            known = ask();
            capabilities = known;
        }
        return known;
    }

    private Capabilities ask() {
        if (!bucket.exists()) {
            create();
        }
        boolean versioning = able(() -> bucket.client()
                .getBucketVersioning(
                        GetBucketVersioningArgs.builder().bucket(bucket.name()).build())
                .thenApply(found -> found.status() == Status.ENABLED));
        boolean objectLock = versioning
                && able(() -> bucket.client()
                        .getObjectLockConfiguration(GetObjectLockConfigurationArgs.builder()
                                .bucket(bucket.name())
                                .build())
                        .thenApply(found -> true));
        return new Capabilities(
                "Documents are in the bucket " + bucket.name() + " of " + properties.endpoint(),
                versioning,
                objectLock);
    }

    /** Object lock can only be asked for when a bucket is made; a server without it gets a plain one. */
    private void create() {
        try {
            create(true);
        } catch (StoreUnavailable failure) {
            if (failure.getCause() instanceof java.io.IOException) {
                throw failure;
            }
            create(false);
        }
    }

    private void create(boolean locked) {
        bucket.answer(bucket.client()
                .makeBucket(MakeBucketArgs.builder()
                        .bucket(bucket.name())
                        .objectLock(locked)
                        .build()));
    }

    /** A server that does not know the question cannot do what is asked for. */
    private boolean able(java.util.function.Supplier<CompletableFuture<Boolean>> question) {
        try {
            return bucket.answer(question.get());
        } catch (StoreUnavailable failure) {
            if (failure.getCause() instanceof java.io.IOException) {
                throw failure;
            }
            return false;
        }
    }

    /** Servers agree on the refusal and not on its name. */
    static boolean saysRetained(StoreUnavailable failure) {
        String code = S3Answers.code(failure);
        return "AccessDenied".equals(code) || "InvalidRequest".equals(code) || "ObjectLocked".equals(code);
    }

    /** For an administrator: who was asked, what was said, what to do. */
    String sentence(StoreUnavailable failure) {
        String code = S3Answers.code(failure);
        String where = "Documents cannot be kept in the bucket " + bucket.name() + " of " + properties.endpoint();
        if (code == null) {
            return where + " (" + S3Answers.reason(failure)
                    + "): the server does not answer as an S3 server does. Start it, or correct"
                    + " tickmark.documents.endpoint.";
        }
        if (STRANGER.contains(code)) {
            return where + " (" + code + "): let the access key read and write there, or correct"
                    + " TICKMARK_DOCUMENTS_ACCESSKEY and TICKMARK_DOCUMENTS_SECRETKEY.";
        }
        return where + " (" + code + "): correct tickmark.documents.bucket and tickmark.documents.region.";
    }
}
