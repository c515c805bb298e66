package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectVersionsArgs;
import io.minio.PutObjectArgs;
import io.tickmark.kernel.EngagementId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same store on a server that keeps versions and enforces object lock. */
@Tag("rgw")
class CephStoreTest implements DocumentStoreContract {

    private CephRgw server;
    private Wire wire;
    private S3Bucket bucket;
    private S3Store store;

    @BeforeEach
    void open() {
        server = CephRgw.shared();
        wire = new Wire(server.port());
        DocumentsProperties settings = new DocumentsProperties(
                "unused",
                wire.endpoint(),
                "evidence-" + UUID.randomUUID(),
                "default",
                CephRgw.ACCESS_KEY,
                CephRgw.SECRET_KEY,
                Duration.ofSeconds(20));
        store = S3Store.open(settings);
        bucket = new S3Bucket(S3Client.of(settings), settings.bucket(), settings.timeout());
    }

    @AfterEach
    void close() {
        store.close();
        bucket.close();
        wire.close();
    }

    @Override
    public DocumentStore store() {
        return store;
    }

    @Override
    public void flipByte(DocumentKey key, long position) throws IOException {
        server.flipByte(key, position);
    }

    @Override
    public void lose(DocumentKey key) throws IOException {
        server.lose(key);
    }

    @Override
    public void takeAway() {
        wire.close();
    }

    @Override
    public List<String> leftovers() {
        var versions = bucket.answer(bucket.client()
                        .listObjectVersions(ListObjectVersionsArgs.builder()
                                .bucket(bucket.name())
                                .build()))
                .result();
        var uploads = bucket.answer(bucket.client()
                        .listMultipartUploads(ListMultipartUploadsArgs.builder()
                                .bucket(bucket.name())
                                .build()))
                .result();
        return Stream.of(
                        versions.contents().stream().map(version -> version.objectName()),
                        versions.deleteMarkers().stream().map(mark -> "mark " + mark.objectName()),
                        uploads.uploads().stream().map(upload -> "upload " + upload.objectName()))
                .flatMap(found -> found)
                .toList();
    }

    @Test
    void theBucketIsMadeWithVersionsAndLock() {
        assertThat(store.capabilities().versioning()).isTrue();
        assertThat(store.capabilities().objectLock()).isTrue();
        assertThat(store.capabilities().inWords()).contains("refuses itself");
    }

    @Test
    void whatIsWrittenOverADocumentIsNotWhatIsRead() throws IOException {
        DocumentKey key = key();
        Stored stored = put(key, "first");
        bucket.answer(bucket.client()
                .putObject(PutObjectArgs.builder()
                        .bucket(bucket.name())
                        .object(key.toString())
                        .data("forged".getBytes(UTF_8), 6)
                        .build()));
        assertThat(read(key, stored)).isEqualTo("first");
        // hidden by a mark as whoever deletes past the application does
        bucket.remove(key.toString(), null, false);
        assertThat(read(key, stored)).isEqualTo("first");
    }

    @Test
    void inFieldworkAFileGivenByMistakeCanBePurgedAndNotDeleted() throws IOException {
        DocumentKey key = key();
        Stored stored = put(key, "mistake");
        assertThat(store.retain(key, stored, inAYear(Retention.Mode.GOVERNANCE)))
                .isTrue();
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(StillRetained.class);
        assertThat(read(key, stored)).isEqualTo("mistake");
        store.purge(key);
        assertThatThrownBy(() -> store.read(key, stored)).isInstanceOf(IntegrityFailure.class);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void ofALockedFileNothingCanBeDeletedNorLockedForLess() throws IOException {
        DocumentKey key = key();
        Stored stored = put(key, "final");
        store.retain(key, stored, inAYear(Retention.Mode.GOVERNANCE));
        store.retain(key, stored, inAYear(Retention.Mode.COMPLIANCE));
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(StillRetained.class);
        assertThatThrownBy(() -> store.purge(key)).isInstanceOf(StillRetained.class);
        assertThatThrownBy(() -> store.retain(
                        key,
                        stored,
                        new Retention(Retention.Mode.GOVERNANCE, Instant.now().plus(Duration.ofDays(1)))))
                .isInstanceOf(StillRetained.class);
        assertThat(read(key, stored)).isEqualTo("final");
    }

    @Test
    void aLegalHoldKeepsADocumentUntilItIsTakenOff() throws IOException {
        DocumentKey key = key();
        Stored stored = put(key, "disputed");
        assertThat(store.hold(key, stored, true)).isTrue();
        assertThatThrownBy(() -> store.purge(key)).isInstanceOf(StillRetained.class);
        assertThat(read(key, stored)).isEqualTo("disputed");
        store.hold(key, stored, false);
        store.delete(key);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatIsGoneCannotBeRetained() {
        DocumentKey key = key();
        Stored stored = put(key, "gone");
        store.delete(key);
        assertThatThrownBy(() -> store.retain(key, stored, inAYear(Retention.Mode.GOVERNANCE)))
                .isInstanceOf(IntegrityFailure.class);
    }

    private Stored put(DocumentKey key, String text) {
        return store.put(key, new ByteArrayInputStream(text.getBytes(UTF_8)), 100);
    }

    private String read(DocumentKey key, Stored stored) throws IOException {
        try (InputStream in = store.read(key, stored)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Retention inAYear(Retention.Mode mode) {
        return new Retention(mode, Instant.now().plus(Duration.ofDays(365)));
    }

    private static DocumentKey key() {
        return new DocumentKey(EngagementId.next(), UUID.randomUUID());
    }
}
