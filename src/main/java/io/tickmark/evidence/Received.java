package io.tickmark.evidence;

import io.tickmark.storage.Stored;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are in the store and that does not count yet.
 *
 * @param archive the name of the ZIP it was unpacked from; null for what came as it is
 */
record Received(
        UUID id,
        String name,
        String contentType,
        Stored stored,
        @Nullable String archive) {}
