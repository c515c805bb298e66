package io.tickmark.storage;

import io.minio.DisableObjectLegalHoldArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetObjectResponse;
import io.minio.SetObjectRetentionArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Documents as objects in a bucket of an S3 server. A name means a whole object, since S3 shows none before its last
 * byte; where the bucket keeps versions, a document is read by its version, whatever was written over it.
 */
final class S3Store implements DocumentStore, AutoCloseable {

    private static final String PROBE = ".tickmark/probe";

    // ages are real times: the application's clock is moved by demo mode
    private final Clock realTime = Clock.systemUTC();
    private final S3Bucket bucket;
    private final S3Setup setup;
    private final Set<DocumentKey> writing = ConcurrentHashMap.newKeySet();

    S3Store(S3Bucket bucket, S3Setup setup) {
        this.bucket = bucket;
        this.setup = setup;
    }

    /** Throws {@link StoreUnusable} for settings that are wrong; a server that is away for now is no reason not to start. */
    static S3Store open(DocumentsProperties properties) {
        S3Bucket bucket = new S3Bucket(S3Client.of(properties), properties.bucket(), properties.timeout());
        S3Setup setup = new S3Setup(bucket, properties);
        setup.check();
        return new S3Store(bucket, setup);
    }

    static IllegalStateException taken(DocumentKey key, @Nullable Throwable cause) {
        return new IllegalStateException("Document " + key + " is taken: a document is never overwritten", cause);
    }

    @Override
    public Stored put(DocumentKey key, InputStream bytes, long limit) {
        if (!writing.add(key)) {
            throw taken(key, null);
        }
        try {
            return new S3Upload(
                            bucket,
                            key,
                            new MeasuredStream(bytes, limit),
                            capabilities().versioning())
                    .run();
        } catch (StoreUnavailable failure) {
            throw S3Answers.saysTaken(failure) ? taken(key, failure) : failure;
        } finally {
            writing.remove(key);
        }
    }

    @Override
    public InputStream read(DocumentKey key, Stored expected, long from, long length) {
        Objects.checkFromIndexSize(from, length, expected.size());
        if (length == 0 && expected.size() > 0) {
            checkSize(key, expected.size(), size(key, expected.version()).orElse(-1));
            return InputStream.nullInputStream();
        }
        GetObjectResponse object = get(key, expected, from, length);
        try {
            checkSize(key, expected.size(), wholeSize(object));
        } catch (IntegrityFailure failure) {
            close(object);
            throw failure;
        }
        return new StoredStream(object, key, expected, from, length);
    }

    private GetObjectResponse get(DocumentKey key, Stored expected, long from, long length) {
        long start = StoredStream.start(from);
        Long part = length == expected.size() ? null : StoredStream.end(from + length, expected.size()) - start;
        try {
            return bucket.get(key.toString(), expected.version(), start, part);
        } catch (StoreUnavailable failure) {
            if (S3Answers.saysMissing(failure)) {
                throw gone(key);
            }
            if (S3Answers.says(failure, "InvalidRange")) {
                checkSize(key, expected.size(), size(key, expected.version()).orElse(-1));
            }
            throw failure;
        }
    }

    private static IntegrityFailure gone(DocumentKey key) {
        return IntegrityFailure.alarm(key, "it is gone from the store");
    }

    /** Closing early lets the connection go: the rest is not read. */
    private static void close(GetObjectResponse object) {
        try {
            object.close();
        } catch (IOException broken) {
            // nobody reads from it
        }
    }

    /** @param found -1 for gone */
    private static void checkSize(DocumentKey key, long expected, long found) {
        if (found < 0) {
            throw gone(key);
        }
        if (found != expected) {
            throw IntegrityFailure.alarm(key, "it has " + found + " bytes in the store instead of " + expected);
        }
    }

    /** Of a part too, which says of how many bytes it is one. */
    private static long wholeSize(GetObjectResponse object) {
        String range = object.headers().get("Content-Range");
        String size = range == null ? object.headers().get("Content-Length") : range.substring(range.indexOf('/') + 1);
        if (size == null) {
            close(object);
            throw new StoreUnavailable(new IOException("The answer does not say how long the document is"));
        }
        return Long.parseLong(size);
    }

    @Override
    public OptionalLong size(DocumentKey key) {
        return size(key, null);
    }

    private OptionalLong size(DocumentKey key, @Nullable String version) {
        StatObjectResponse found = bucket.find(key.toString(), version);
        if (found != null) {
            return OptionalLong.of(found.size());
        }
        if (bucket.exists()) {
            return OptionalLong.empty();
        }
        throw new StoreUnavailable(new IOException("The bucket " + bucket.name() + " is gone"));
    }

    @Override
    public void delete(DocumentKey key) {
        remove(key, false);
    }

    @Override
    public void purge(DocumentKey key) {
        remove(key, true);
    }

    private void remove(DocumentKey key, boolean bypass) {
        String name = key.toString();
        try {
            bucket.uploads(name).forEach(upload -> bucket.abort(name, upload.uploadId()));
            if (capabilities().versioning()) {
                bucket.versions(name).forEach(version -> bucket.remove(name, version.versionId(), bypass));
            } else {
                bucket.remove(name, null, false);
            }
        } catch (StoreUnavailable failure) {
            if (capabilities().objectLock() && S3Setup.saysRetained(failure)) {
                throw new StillRetained(key, failure);
            }
            throw failure;
        }
    }

    @Override
    public boolean retain(DocumentKey key, Stored expected, Retention retention) {
        if (!capabilities().objectLock()) {
            return false;
        }
        RetentionMode mode = RetentionMode.valueOf(retention.mode().name());
        set(
                key,
                () -> bucket.answer(bucket.client()
                        .setObjectRetention(SetObjectRetentionArgs.builder()
                                .bucket(bucket.name())
                                .object(key.toString())
                                .versionId(expected.version())
                                .config(new io.minio.messages.Retention(
                                        mode, retention.until().atZone(ZoneOffset.UTC)))
                                // Ceph takes the stricter mode for a way around the milder one
                                .bypassGovernanceMode(mode == RetentionMode.COMPLIANCE)
                                .build())));
        return true;
    }

    @Override
    public boolean hold(DocumentKey key, Stored expected, boolean on) {
        if (!capabilities().objectLock()) {
            return false;
        }
        String name = key.toString();
        String version = expected.version();
        set(
                key,
                () -> bucket.answer(
                        on
                                ? bucket.client()
                                        .enableObjectLegalHold(EnableObjectLegalHoldArgs.builder()
                                                .bucket(bucket.name())
                                                .object(name)
                                                .versionId(version)
                                                .build())
                                : bucket.client()
                                        .disableObjectLegalHold(DisableObjectLegalHoldArgs.builder()
                                                .bucket(bucket.name())
                                                .object(name)
                                                .versionId(version)
                                                .build())));
        return true;
    }

    private static void set(DocumentKey key, Runnable call) {
        try {
            call.run();
        } catch (StoreUnavailable failure) {
            if (S3Answers.saysMissing(failure)) {
                throw gone(key);
            }
            throw S3Setup.saysRetained(failure) ? new StillRetained(key, failure) : failure;
        }
    }

    @Override
    public Capabilities capabilities() {
        return setup.capabilities();
    }

    @Override
    public void list(Consumer<Kept> each) {
        bucket.list(item -> kept(item).ifPresent(each));
    }

    /** Empty for what is not ours. */
    private Optional<Kept> kept(Item item) {
        try {
            return Optional.of(new Kept(
                    DocumentKey.parse(item.objectName()),
                    item.size(),
                    Duration.between(item.lastModified().toInstant(), realTime.instant())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Writes a part of an upload that is never completed: nothing stays, also where each object is locked. */
    @Override
    public Optional<String> trouble() {
        try {
            String upload = bucket.begin(PROBE);
            bucket.answer(bucket.sending(PROBE, upload, 1, new byte[1], 1));
            bucket.abort(PROBE, upload);
            return Optional.empty();
        } catch (StoreUnavailable failure) {
            return Optional.of(setup.sentence(failure));
        }
    }

    @Override
    public void close() {
        bucket.close();
    }
}
