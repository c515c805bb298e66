package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person wrote beside a request or one of its documents. It is never changed, and so is never anything
 * else than what it was when it was written.
 *
 * @param kind {@code internal} for the writer's own side alone, {@code shared} for everybody who sees what it is about
 * @param side {@code firm} or {@code client}: whose note it is
 * @param request null where it is about a document that answers none
 * @param document null where it is about the request
 * @param by the writer's name
 */
public record Note(
        UUID id,
        String kind,
        String side,
        @Nullable UUID request,
        @Nullable UUID document,
        String by,
        Instant at,
        String text) {

    static final String INTERNAL = "internal";
    static final String SHARED = "shared";

    /** Whether it is for everybody who sees what it is about. */
    public boolean isShared() {
        return kind.equals(SHARED);
    }

    static String side(Actor actor) {
        return actor.ofTheFirm() ? "firm" : "client";
    }
}
