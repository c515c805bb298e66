package io.tickmark.evidence;

import io.tickmark.storage.Stored;
import java.util.UUID;

/** A file whose bytes are in the store and that does not count yet. */
record Received(UUID id, String name, String contentType, Stored stored) {}
