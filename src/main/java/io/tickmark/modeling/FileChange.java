package io.tickmark.modeling;

import org.jspecify.annotations.Nullable;

/**
 * One file of a release that differs from its base.
 *
 * @param content the new bytes, null where the file goes; for a conflict the product's, null where the product drops it
 */
record FileChange(String name, ChangeKind kind, byte @Nullable [] content) {}
