package io.tickmark.engagement;

import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Checkpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is locked.
 *
 * @param by who approved the lock; null where a changed model locks without asking anybody
 * @param head the trail's entry of the lock, for somebody outside to keep
 */
public record LockedFile(Instant at, @Nullable PersonId by, Checkpoint head) {}
