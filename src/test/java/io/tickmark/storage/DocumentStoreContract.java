package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link DocumentStore} keeps to. An implementation's test says how to get a store and how to harm it behind
 * its back.
 */
interface DocumentStoreContract {

    long ENOUGH = 1L << 40;

    DocumentStore store();

    /** Changes the byte at this position, in the store itself. */
    void flipByte(DocumentKey key, long position) throws IOException;

    static void flip(Path file, long position) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            int old = bytes.read();
            bytes.seek(position);
            bytes.write(old ^ 1);
        }
    }

    /** Takes the document's bytes out of the store itself. */
    void lose(DocumentKey key) throws IOException;

    /** Makes the whole store unreachable for the rest of the test. */
    void takeAway() throws IOException;

    /** Anything at all that an upload which failed has left, whole or not. */
    List<String> leftovers() throws IOException;

    @Test
    default void whatWasPutIsReadBackWithTheSameHash() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("hello"), ENOUGH);
        assertThat(stored.size()).isEqualTo(5);
        assertThat(stored.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(read(key, stored)).isEqualTo("hello".getBytes(UTF_8));
        assertThat(store().size(key)).hasValue(5);
        assertThat(keys()).containsExactly(key);
    }

    @Test
    default void aDocumentOfNoBytesIsADocument() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf(""), 0);
        assertThat(stored.size()).isZero();
        assertThat(stored.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(stored.chunks().count()).isZero();
        assertThat(read(key, stored)).isEmpty();
        assertThat(store().size(key)).hasValue(0);
    }

    @Test
    default void aStreamThatIsCutLeavesNothing() throws IOException {
        DocumentKey key = aKey();
        assertThatThrownBy(() -> store().put(key, Streams.cutAfter(3 << 20), ENOUGH))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("connection reset");
        assertNothingIsLeft(key);
        assertThat(store().put(key, textOf("again"), ENOUGH).size()).isEqualTo(5);
    }

    @Test
    default void whatTheSenderThrowsPassesThroughAndLeavesNothing() throws IOException {
        DocumentKey key = aKey();
        Malformed malformed = new Malformed("no boundary");
        assertThat(catchThrowable(() -> store().put(key, Streams.failing(malformed), ENOUGH)))
                .isSameAs(malformed);
        assertNothingIsLeft(key);
    }

    @Test
    default void oneByteMoreThanTheLimitIsRefusedAndLeavesNothing() throws IOException {
        DocumentKey key = aKey();
        assertThatThrownBy(() -> store().put(key, Streams.ofZeros((1 << 20) + 1), 1 << 20))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("1 MB");
        assertNothingIsLeft(key);
        assertThat(store().put(key, Streams.ofZeros(1 << 20), 1 << 20).size()).isEqualTo(1 << 20);
    }

    @Test
    default void aTakenKeyIsNeverOverwritten() throws IOException {
        DocumentKey key = aKey();
        Stored first = store().put(key, textOf("first"), ENOUGH);
        assertThatIllegalStateException()
                .isThrownBy(() -> store().put(key, textOf("second"), ENOUGH))
                .withMessageContaining("never overwritten");
        assertThat(read(key, first)).isEqualTo("first".getBytes(UTF_8));
        assertThat(leftovers()).hasSize(1);
    }

    @Test
    default void ofManyPutsOfOneKeyOneWins() throws Exception {
        DocumentKey key = aKey();
        int rivals = 8;
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Stored>> puts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(rivals);
        try {
            for (int i = 0; i < rivals; i++) {
                String text = "rival " + i;
                puts.add(threads.submit(() -> {
                    go.await();
                    return store().put(key, textOf(text), ENOUGH);
                }));
            }
            go.countDown();
            List<Stored> winners = new ArrayList<>();
            for (Future<Stored> put : puts) {
                Throwable lost = catchThrowable(() -> winners.add(put.get()));
                if (lost != null) {
                    assertThat(lost).hasCauseInstanceOf(IllegalStateException.class);
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(read(key, winners.get(0))).hasSize(7);
            assertThat(leftovers()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void manyDocumentsArePutAtOnce() throws Exception {
        EngagementId engagement = EngagementId.next();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<DocumentKey>> puts = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String text = "document " + i;
                puts.add(threads.submit(() -> {
                    DocumentKey key = new DocumentKey(engagement, UUID.randomUUID());
                    Stored stored = store().put(key, textOf(text), ENOUGH);
                    assertThat(read(key, stored)).isEqualTo(text.getBytes(UTF_8));
                    return key;
                }));
            }
            List<DocumentKey> put = new ArrayList<>();
            for (Future<DocumentKey> each : puts) {
                put.add(each.get());
            }
            assertThat(keys()).containsExactlyInAnyOrderElementsOf(put);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2_999_999})
    default void aFlippedByteIsRefusedBeforeTheLastByteIsOut(long position) throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, Streams.ofZeros(3_000_000), ENOUGH);
        flipByte(key, position);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = store().read(key, stored)) {
            assertThatThrownBy(() -> in.transferTo(out))
                    .isInstanceOfSatisfying(IntegrityFailure.class, failure -> assertThat(failure.key())
                            .isEqualTo(key))
                    .hasMessageContaining("SHA-256 differs");
            assertThat(out.size()).isLessThan(3_000_000);
            assertThatThrownBy(in::read).isInstanceOf(IntegrityFailure.class);
        }
    }

    @Test
    default void aDocumentOfAnotherSizeIsRefusedAtOnce() {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("hello"), ENOUGH);
        Stored expected = new Stored(4, stored.sha256(), stored.chunks(), stored.version());
        assertThatThrownBy(() -> store().read(key, expected))
                .isInstanceOf(IntegrityFailure.class)
                .hasMessageContaining("5 bytes in the store instead of 4");
        assertThatThrownBy(() -> store().read(key, expected, 1, 2)).isInstanceOf(IntegrityFailure.class);
    }

    @Test
    default void aLostDocumentIsNamedAsLost() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("hello"), ENOUGH);
        lose(key);
        assertThatThrownBy(() -> store().read(key, stored))
                .isInstanceOf(IntegrityFailure.class)
                .hasMessageContaining("gone from the store");
        assertThatThrownBy(() -> store().read(key, stored, 0, 2)).isInstanceOf(IntegrityFailure.class);
        assertThat(store().size(key)).isEmpty();
    }

    @Test
    default void aPartIsExactlyThatPart() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("0123456789"), ENOUGH);
        assertThat(part(key, stored, 0, 1)).isEqualTo("0");
        assertThat(part(key, stored, 3, 4)).isEqualTo("3456");
        assertThat(part(key, stored, 9, 1)).isEqualTo("9");
        assertThat(part(key, stored, 0, 10)).isEqualTo("0123456789");
        assertThat(part(key, stored, 10, 0)).isEmpty();
    }

    @Test
    default void aPartIsServedAcrossTheBordersOfChunks() throws IOException {
        DocumentKey key = aKey();
        byte[] bytes = new byte[2 * ChunkHashes.CHUNK + 10];
        new Random(7).nextBytes(bytes);
        Stored stored = store().put(key, new ByteArrayInputStream(bytes), ENOUGH);
        assertThat(stored.chunks().count()).isEqualTo(3);
        int border = ChunkHashes.CHUNK;
        for (int[] part :
                new int[][] {{border - 3, 6}, {border, border}, {border, 1}, {0, border + 1}, {2 * border, 10}}) {
            try (InputStream in = store().read(key, stored, part[0], part[1])) {
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, part[0], part[0] + part[1]));
            }
        }
        assertThat(read(key, stored)).isEqualTo(bytes);
    }

    @Test
    default void noByteOfABrokenChunkIsServedAndNoOtherIsRefused() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, Streams.ofZeros(3 * ChunkHashes.CHUNK), ENOUGH);
        flipByte(key, ChunkHashes.CHUNK + 5);
        assertThat(part(key, stored, 10, 20)).hasSize(20);
        assertThat(part(key, stored, 2 * ChunkHashes.CHUNK, 20)).hasSize(20);
        // the byte that was asked for is right: the chunk that vouches for it is not
        try (InputStream in = store().read(key, stored, ChunkHashes.CHUNK, 1)) {
            assertThatThrownBy(in::read).isInstanceOf(IntegrityFailure.class);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = store().read(key, stored, 0, 2 * ChunkHashes.CHUNK)) {
            assertThatThrownBy(() -> in.transferTo(out)).isInstanceOf(IntegrityFailure.class);
        }
        assertThat(out.size()).isEqualTo(ChunkHashes.CHUNK);
    }

    @Test
    default void aDocumentLargerThanAPartIsWholeAndItsLastByteToo() throws IOException {
        DocumentKey key = aKey();
        byte[] bytes = new byte[(17 << 20) + 1];
        new Random(3).nextBytes(bytes);
        Stored stored = store().put(key, new ByteArrayInputStream(bytes), ENOUGH);
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(read(key, stored)).isEqualTo(bytes);
        try (InputStream in = store().read(key, stored, bytes.length - 1, 1)) {
            assertThat(in.read()).isEqualTo(bytes[bytes.length - 1] & 0xff);
        }
    }

    @Test
    default void aDocumentOfExactlyTwoPartsIsWhole() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, Streams.ofZeros(16 << 20), ENOUGH);
        assertThat(stored.size()).isEqualTo(16 << 20);
        assertThat(store().size(key)).hasValue(16 << 20);
    }

    @Test
    default void aLargeStreamThatIsCutLeavesNothing() throws IOException {
        DocumentKey key = aKey();
        assertThatThrownBy(() -> store().put(key, Streams.cutAfter(20 << 20), ENOUGH))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("connection reset");
        assertNothingIsLeft(key);
    }

    @Test
    default void aPartOutsideTheDocumentIsADefect() {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("0123456789"), ENOUGH);
        assertThatThrownBy(() -> store().read(key, stored, 5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> store().read(key, stored, -1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> store().read(key, stored, 1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    default void aPartThatIsTheWholeIsChecked() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("0123456789"), ENOUGH);
        flipByte(key, 4);
        assertThatThrownBy(() -> part(key, stored, 0, 10)).isInstanceOf(IntegrityFailure.class);
    }

    @Test
    default void whatTheStoreCannotKeepItDoesNotClaimToKeep() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("hello"), ENOUGH);
        boolean able = store().capabilities().objectLock();
        Retention retention =
                new Retention(Retention.Mode.GOVERNANCE, Instant.now().plus(Duration.ofDays(1)));
        assertThat(store().retain(key, stored, retention)).isEqualTo(able);
        if (able) {
            assertThatThrownBy(() -> store().delete(key)).isInstanceOf(StillRetained.class);
            assertThat(read(key, stored)).isEqualTo("hello".getBytes(UTF_8));
        }
        store().purge(key);
        assertThat(store().size(key)).isEmpty();
    }

    @Test
    default void aDeletedDocumentIsGoneAndDeletingTwiceDoesNothing() {
        DocumentKey key = aKey();
        store().put(key, textOf("by mistake"), ENOUGH);
        store().delete(key);
        store().delete(key);
        assertThat(store().size(key)).isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    default void theListTellsKeySizeAndAge() {
        DocumentKey key = aKey();
        store().put(key, textOf("hello"), ENOUGH);
        List<Kept> kept = new ArrayList<>();
        store().list(kept::add);
        assertThat(kept).singleElement().satisfies(only -> {
            assertThat(only.key()).isEqualTo(key);
            assertThat(only.size()).isEqualTo(5);
            assertThat(only.age()).isBetween(Duration.ofSeconds(-5), Duration.ofSeconds(30));
        });
    }

    @Test
    default void anUploadUnderWayIsNotListed() {
        DocumentKey key = aKey();
        InputStream looking = Streams.onFirstRead(textOf("hello"), () -> {
            assertThat(keys()).isEmpty();
            assertThat(store().size(key)).isEmpty();
        });
        store().put(key, looking, ENOUGH);
        assertThat(keys()).containsExactly(key);
    }

    @Test
    default void aStoreThatIsAwayIsNotAStoreThatLostEverything() throws IOException {
        DocumentKey key = aKey();
        Stored stored = store().put(key, textOf("hello"), ENOUGH);
        assertThat(store().trouble()).isEmpty();
        takeAway();
        assertThat(store().trouble()).isPresent();
        assertThatThrownBy(() -> store().put(aKey(), textOf("more"), ENOUGH)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store().read(key, stored)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store().read(key, stored, 1, 2)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store().size(key)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(this::keys).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    default void sixtyFourMegabytesPassThroughAFewInMemory() throws IOException {
        // bytes allocated by this thread, garbage included: an upper bound of what the heap can grow by
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        DocumentKey key = aKey();
        long before = threads.getCurrentThreadAllocatedBytes();
        Stored stored = store().put(key, Streams.ofZeros(64 << 20), ENOUGH);
        try (InputStream in = store().read(key, stored)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32 << 20);
        assertThat(stored.size()).isEqualTo(64 << 20);
    }

    private void assertNothingIsLeft(DocumentKey key) throws IOException {
        assertThat(leftovers()).isEmpty();
        assertThat(keys()).isEmpty();
        assertThat(store().size(key)).isEmpty();
    }

    private byte[] read(DocumentKey key, Stored expected) throws IOException {
        try (InputStream in = store().read(key, expected)) {
            return in.readAllBytes();
        }
    }

    private String part(DocumentKey key, Stored expected, long from, long length) throws IOException {
        try (InputStream in = store().read(key, expected, from, length)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<DocumentKey> keys() {
        List<DocumentKey> keys = new ArrayList<>();
        store().list(kept -> keys.add(kept.key()));
        return keys;
    }

    private static DocumentKey aKey() {
        return new DocumentKey(EngagementId.next(), UUID.randomUUID());
    }

    private static InputStream textOf(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
