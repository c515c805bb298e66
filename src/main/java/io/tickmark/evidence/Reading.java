package io.tickmark.evidence;

import io.tickmark.extraction.Extraction.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What reading a document found, its sheets, headers, entries and text apart.
 *
 * @param reason why it could not be read, or null
 * @param malwareDetail the malware's name, or why it was not scanned
 * @param cut whether a limit left something out
 */
record Reading(
        Outcome outcome,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable String malwareDetail,
        @Nullable String contentType,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant created,
        @Nullable Instant modified,
        @Nullable Instant captured,
        @Nullable String camera,
        @Nullable Integer pages,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String language,
        boolean encrypted,
        boolean macros,
        int entryCount,
        boolean cut) {}
