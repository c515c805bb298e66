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
     * the key stays free. Does not close {@code bytes}.
     *
     * @param limit the most bytes to take; more throws {@link TooLarge}
     * @throws java.io.UncheckedIOException when {@code bytes} itself fails; what else it throws passes through unchanged
     * @throws IllegalStateException when the key is taken, or is being written
     */
    Stored put(DocumentKey key, InputStream bytes, long limit);

    /**
     * The whole document. Its last byte is given out only when size and hash are those expected; until then each read
     * may throw {@link IntegrityFailure}, as does this method for a document that is gone or has another size. Reading
     * throws no {@code IOException}: one that is caught while copying comes from the other side. The caller closes it.
     */
    InputStream read(DocumentKey key, Stored expected);

    /**
     * A part of the document. The size is checked; the bytes are checked only when the part is the whole.
     *
     * @throws IndexOutOfBoundsException when the part does not lie within the expected size
     */
    InputStream read(DocumentKey key, Stored expected, long from, long length);

    /** The size in bytes; empty when there is no such document. */
    OptionalLong size(DocumentKey key);

    /** For abandoned uploads and purges only. Deleting what is not there does nothing. */
    void delete(DocumentKey key);

    /** Shows every document in no particular order, for the reconciler; uploads under way are not among them. */
    void list(Consumer<Kept> each);

    /** Tries to write. Empty when the store is up; otherwise why not, for an administrator. Never throws. */
    Optional<String> trouble();
}
