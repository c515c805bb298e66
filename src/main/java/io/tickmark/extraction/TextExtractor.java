package io.tickmark.extraction;

import java.io.InputStream;

/** Reads what is in a document. Safe for use by many threads, which wait for one of the few readers there are. */
public interface TextExtractor {

    /**
     * Reads the document within the limits of {@code tickmark.reading}. Whatever the bytes do to their reader, this
     * returns, and says in the outcome what became of it. Never call it inside a transaction: it takes seconds.
     *
     * @param bytes read once, to their end; what reading them throws passes through. The caller closes them
     * @param name a hint at the kind of file, never used as a path
     * @throws ReaderUnavailable when no reader can be started here, or the application is ending
     */
    Extraction extract(InputStream bytes, String name);
}
