package io.tickmark.storage;

import static io.tickmark.storage.S3Answers.await;

import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.ByteBuffer;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.Http;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectVersionsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadPartArgs;
import io.minio.UploadPartResponse;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import io.minio.messages.ListMultipartUploadsResult.Upload;
import io.minio.messages.ListVersionsResult;
import io.tickmark.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One bucket, in the words of S3. Every failure is {@link StoreUnavailable}, see {@link S3Answers}. */
final class S3Bucket implements AutoCloseable {

    /** A put of a key that another holds is refused by servers that know of it. */
    private static final Http.Headers IF_FREE = new Http.Headers("If-None-Match", "*");

    /** Bytes as they lie in an array: an array itself would be copied whole before its first byte is sent. */
    private static final class Part extends ByteBuffer {

        private final byte[] bytes;
        private final int length;

        Part(byte[] bytes, int length) {
            super(length);
            this.bytes = bytes;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public InputStream inputStream() {
            return new ByteArrayInputStream(bytes, 0, length);
        }
    }

    private final MinioAsyncClient client;
    private final String name;
    private final Duration patience;

    S3Bucket(MinioAsyncClient client, String name, Duration timeout) {
        this.client = client;
        this.name = name;
        this.patience = timeout.multipliedBy(6);
    }

    MinioAsyncClient client() {
        return client;
    }

    String name() {
        return name;
    }

    <T> T answer(CompletableFuture<T> call) {
        return await(call, patience);
    }

    boolean exists() {
        return answer(
                client.bucketExists(BucketExistsArgs.builder().bucket(name).build()));
    }

    /** Null where there is no such object; an answer without a body does not say whether there is such a bucket. */
    @Nullable
    StatObjectResponse find(String key, @Nullable String version) {
        try {
            return answer(client.statObject(StatObjectArgs.builder()
                    .bucket(name)
                    .object(key)
                    .versionId(version)
                    .build()));
        } catch (StoreUnavailable failure) {
            if (S3Answers.saysMissing(failure)) {
                return null;
            }
            throw failure;
        }
    }

    /** @param sha256 of the bytes, in hex: the server compares it with what it got */
    @Nullable
    String put(String key, byte[] bytes, int length, String sha256) {
        return answer(client.putObject(PutObjectAPIArgs.builder()
                        .bucket(name)
                        .object(key)
                        .buffer(new Part(bytes, length))
                        .headers(new Http.Headers(Http.Headers.X_AMZ_CONTENT_SHA256, sha256))
                        .extraHeaders(IF_FREE)
                        .build()))
                .versionId();
    }

    String begin(String key) {
        return answer(client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(name)
                        .object(key)
                        .headers(new Http.Headers("x-amz-checksum-algorithm", "SHA256"))
                        .build()))
                .result()
                .uploadId();
    }

    CompletableFuture<UploadPartResponse> sending(String key, String upload, int number, byte[] bytes, int length) {
        return client.uploadPart(UploadPartArgs.builder()
                .bucket(name)
                .object(key)
                .uploadId(upload)
                .partNumber(number)
                .buffer(new Part(bytes, length))
                .headers(new Http.Headers(Http.Headers.X_AMZ_CONTENT_SHA256, Sha256.hex(bytes, length)))
                .build());
    }

    @Nullable
    String complete(String key, String upload, List<io.minio.messages.Part> parts) {
        return answer(client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                        .bucket(name)
                        .object(key)
                        .uploadId(upload)
                        .parts(parts.toArray(io.minio.messages.Part[]::new))
                        .maxRetries(0)
                        .extraHeaders(IF_FREE)
                        .build()))
                .versionId();
    }

    void abort(String key, String upload) {
        answer(client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                .bucket(name)
                .object(key)
                .uploadId(upload)
                .build()));
    }

    /** @param length null for all of it, from its first byte */
    GetObjectResponse get(String key, @Nullable String version, long from, @Nullable Long length) {
        return answer(client.getObject(GetObjectArgs.builder()
                .bucket(name)
                .object(key)
                .versionId(version)
                .offset(length == null ? null : from)
                .length(length)
                .build()));
    }

    void remove(String key, @Nullable String version, boolean bypass) {
        answer(client.removeObject(RemoveObjectArgs.builder()
                .bucket(name)
                .object(key)
                .versionId(version)
                .bypassGovernanceMode(bypass)
                .build()));
    }

    void list(Consumer<Item> each) {
        String next = null;
        do {
            ListBucketResultV2 page = answer(client.listObjectsV2(ListObjectsV2Args.builder()
                            .bucket(name)
                            .continuationToken(next)
                            .build()))
                    .result();
            page.contents().forEach(each);
            next = page.isTruncated() ? page.nextContinuationToken() : null;
        } while (next != null);
    }

    /** Of exactly this key, marks that it was deleted among them; a key is not written often enough for a second page. */
    List<Item> versions(String key) {
        ListVersionsResult found = answer(client.listObjectVersions(ListObjectVersionsArgs.builder()
                        .bucket(name)
                        .prefix(key)
                        .build()))
                .result();
        List<Item> versions = new ArrayList<>();
        versions.addAll(found.contents());
        versions.addAll(found.deleteMarkers());
        versions.removeIf(version -> !version.objectName().equals(key));
        return versions;
    }

    /** Uploads of this key that were begun and neither completed nor aborted. */
    List<Upload> uploads(String key) {
        return answer(client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                        .bucket(name)
                        .prefix(key)
                        .build()))
                .result()
                .uploads()
                .stream()
                .filter(upload -> upload.objectName().equals(key))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
