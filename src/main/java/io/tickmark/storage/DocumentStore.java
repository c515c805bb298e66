package io.tickmark.storage;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Keeps documents' bytes, each written once under its final key and never overwritten. What counts is the caller's row,
 * not the bytes: put the bytes first, then commit the row (or let the reconciler find what has none). Never call it
 * inside a transaction.
 *
 * <p>All methods throw {@link StoreUnavailable} when the store is away, also for a document that would otherwise seem to
 * be missing. Safe for use by many threads.
 */
public interface DocumentStore {

    /**
     * Streams the bytes to their final key in one pass and returns when they are durable and whole. Whatever goes wrong,
     * the key stays free; only a store that was cut off before it could answer may have kept the bytes, and they go by
     * {@link #delete}. Does not close {@code bytes}.
     *
     * @param limit the most bytes to take; more throws {@link TooLarge}
     * @throws java.io.UncheckedIOException when {@code bytes} itself fails; what else it throws passes through unchanged
     * @throws IllegalStateException when the key is taken, or is being written
     */
    Stored put(DocumentKey key, InputStream bytes, long limit);

    /**
     * The whole document. No byte is given out before the {@link ChunkHashes#CHUNK} that holds it was checked, nor the
     * last chunk before the whole; until then each read may throw {@link IntegrityFailure}, as does this method for a
     * document that is gone or has another size. Reading throws no {@code IOException}: one that is caught while copying
     * comes from the other side. The caller closes it.
     */
    default InputStream read(DocumentKey key, Stored expected) {
        return read(key, expected, 0, expected.size());
    }

    /**
     * A part of the document, checked like the whole: what is broken elsewhere in the document does not hinder it.
     *
     * @throws IndexOutOfBoundsException when the part does not lie within the expected size
     */
    InputStream read(DocumentKey key, Stored expected, long from, long length);

    /** The size in bytes; empty when there is no such document. */
    OptionalLong size(DocumentKey key);

    /**
     * For abandoned uploads only: all there is under the key, half an upload too. Deleting what is not there does
     * nothing.
     *
     * @throws StillRetained when the store keeps it
     */
    void delete(DocumentKey key);

    /** As {@link #delete}, also for what is retained in mode {@link Retention.Mode#GOVERNANCE}. */
    void purge(DocumentKey key);

    /**
     * Has the store itself keep the document. Retaining again may make the time longer and the mode stricter.
     *
     * @return whether the store will refuse to delete it; false where it cannot, and the application alone refuses
     * @throws StillRetained for a shorter time or a milder mode than it was given, or without the right to it
     */
    boolean retain(DocumentKey key, Stored expected, Retention retention);

    /** As {@link #retain}, without an end: a legal hold that is put on or taken off. */
    boolean hold(DocumentKey key, Stored expected, boolean on);

    /** What the store can do, asked once; asked again where the store was away. */
    Capabilities capabilities();

    /** Shows every document in no particular order, for the reconciler; uploads under way are not among them. */
    void list(Consumer<Kept> each);

    /** Tries to write. Empty when the store is up; otherwise why not, for an administrator. Never throws. */
    Optional<String> trouble();
}
