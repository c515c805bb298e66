package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.EngagementId;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An S3 server that dies, falls silent, is cut off or answers nonsense: said at once, and nothing that counts is left. */
class S3FaultsTest {

    private static final int MEGA = 1 << 20;

    private final DocumentKey key = new DocumentKey(EngagementId.next(), UUID.randomUUID());

    private S3Server server;
    private Wire wire;
    private S3Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new S3Server(folder.resolve("s3"));
        wire = new Wire(server.port());
        store = S3Store.open(settings(wire.endpoint(), S3Server.SECRET_KEY));
    }

    @AfterEach
    void close() {
        store.close();
        wire.close();
        server.close();
    }

    private static DocumentsProperties settings(String endpoint, String secret) {
        return settings(endpoint, S3Server.BUCKET, secret);
    }

    private static DocumentsProperties settings(String endpoint, String bucket, String secret) {
        return new DocumentsProperties(
                "unused", endpoint, bucket, "us-east-1", S3Server.ACCESS_KEY, secret, Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 3 * MEGA, 9 * MEGA, 17 * MEGA, 29 * MEGA})
    void aPutThatIsCutLeavesTheKeyFree(int after) throws IOException {
        wire.cutAfter(after);
        assertThatThrownBy(() -> store.put(key, Streams.ofZeros(30 * MEGA), 1L << 40))
                .isInstanceOf(StoreUnavailable.class);
        wire.mend();
        assertThat(store.size(key)).isEmpty();
        // as the reconciler does: half an upload goes too
        store.delete(key);
        assertThat(files()).isEmpty();
        assertThat(store.put(key, Streams.ofZeros(30 * MEGA), 1L << 40).size()).isEqualTo(30 * MEGA);
    }

    @Test
    void aStoreKilledInTheMiddleOfAnUploadTakesTheNextOneWhenItIsBack() throws IOException {
        InputStream killing = Streams.at(20 * MEGA, Streams.ofZeros(60 * MEGA), server::stop);
        assertThatThrownBy(() -> store.put(key, killing, 1L << 40)).isInstanceOf(StoreUnavailable.class);
        assertThat(store.trouble()).hasValueSatisfying(why -> assertThat(why).contains("does not answer"));
        server.restart();
        assertThat(store.trouble()).isEmpty();
        assertThat(store.size(key)).isEmpty();
        store.delete(key);
        assertThat(files()).isEmpty();
        Stored stored = store.put(key, Streams.ofZeros(60 * MEGA), 1L << 40);
        try (InputStream in = store.read(key, stored)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    @Test
    void aStoreThatIsAwayIsSaidBeforeTheSenderHasSentEverything() {
        server.stop();
        AtomicLong sent = new AtomicLong();
        InputStream counted = new FilterInputStream(Streams.ofZeros(1L << 40)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                sent.addAndGet(read);
                return read;
            }
        };
        assertThatThrownBy(() -> store.put(key, counted, 1L << 40)).isInstanceOf(StoreUnavailable.class);
        assertThat(sent.get()).isLessThanOrEqualTo(S3Upload.PART);
    }

    @Test
    void aStoreThatFallsSilentIsGivenUpInTime() {
        Stored stored = store.put(key, new ByteArrayInputStream("hello".getBytes(UTF_8)), 100);
        wire.fallSilent();
        long begin = System.nanoTime();
        DocumentKey other = new DocumentKey(key.engagement(), UUID.randomUUID());
        assertThatThrownBy(() -> store.put(other, Streams.ofZeros(20 * MEGA), 1L << 40))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.read(key, stored)).isInstanceOf(StoreUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aDownloadThatIsCutIsNoDamage() throws IOException {
        Stored stored = store.put(key, Streams.ofZeros(20 * MEGA), 1L << 40);
        try (InputStream in = store.read(key, stored)) {
            assertThat(in.readNBytes(MEGA)).hasSize(MEGA);
            wire.cutAfter(0);
            server.stop();
            assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void aPartThatTheServerNamesWronglyMakesNoDocument() throws IOException {
        wire.forge(answer -> {
            String text = new String(answer, ISO_8859_1);
            return text.replaceAll("(?i)(etag: \"?)[0-9a-f]{8}", "$100000000").getBytes(ISO_8859_1);
        });
        assertThatThrownBy(() -> store.put(key, Streams.ofZeros(20 * MEGA), 1L << 40))
                .isInstanceOf(StoreUnavailable.class);
        wire.mend();
        assertThat(store.size(key)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aServerThatAnswersNonsenseIsUnavailable() {
        wire.forge(answer -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> store.put(key, Streams.ofZeros(100), 100)).isInstanceOf(StoreUnavailable.class);
        wire.mend();
        // its answer was lost: it may have kept the bytes
        store.delete(key);
        assertThat(store.size(key)).isEmpty();
    }

    @Test
    void aListLongerThanAPageIsWhole() throws IOException {
        Path engagement =
                Files.createDirectories(server.bucket().resolve(key.engagement().toString()));
        for (int i = 0; i < 2_001; i++) {
            Files.writeString(engagement.resolve(UUID.randomUUID().toString()), "a");
        }
        Files.writeString(server.bucket().resolve("README"), "not ours");
        List<Kept> kept = new ArrayList<>();
        store.list(kept::add);
        assertThat(kept).hasSize(2_001).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatIsAwayAtStartIsAskedAgain() {
        server.stop();
        try (S3Store early = S3Store.open(settings(wire.endpoint(), S3Server.SECRET_KEY))) {
            assertThatThrownBy(early::capabilities).isInstanceOf(StoreUnavailable.class);
            server.restart();
            assertThat(early.capabilities().inWords())
                    .contains(S3Server.BUCKET)
                    .contains("the application alone refuses")
                    .doesNotContain(S3Server.SECRET_KEY);
        }
    }

    @Test
    void settingsThatNoServerCouldBeAskedWithAreOneSentence() {
        assertThatThrownBy(() -> S3Store.open(settings("no address at all", S3Server.SECRET_KEY)))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("tickmark.documents.endpoint");
        assertThatThrownBy(() -> S3Store.open(settings(wire.endpoint(), "")))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("TICKMARK_DOCUMENTS_SECRETKEY");
        assertThatThrownBy(() -> S3Store.open(settings(wire.endpoint(), "wrong-secret-key")))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("TICKMARK_DOCUMENTS_SECRETKEY")
                .hasMessageNotContaining("wrong-secret-key");
        assertThatThrownBy(() -> S3Store.open(settings(wire.endpoint(), "No Bucket!", S3Server.SECRET_KEY)))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("tickmark.documents.bucket");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(server.bucket())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
