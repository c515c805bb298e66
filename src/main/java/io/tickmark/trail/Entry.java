package io.tickmark.trail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One business event as the trail keeps it. As JSON its components have the names, and the values, of the canonical
 * form (docs/trail.md), so that a list of entries can be checked offline like an export.
 *
 * @param engagement the engagement's id, or {@link Trail#FIRM}
 * @param seq from 1, without gaps within the engagement
 * @param at whole seconds, UTC
 * @param actor the username, or {@link Trail#SYSTEM}
 * @param actorName the person's name at that time
 * @param event what happened, in the past tense and kebab-case: {@code evidence-accepted}
 * @param facts strings, whole numbers, booleans, nulls, lists and maps of these
 * @param previous the hash of the entry before, {@link Checkpoint#GENESIS} for the first
 * @param hash SHA-256 over the canonical form of all the other components
 */
public record Entry(
        String engagement,
        long seq,
        Instant at,
        String actor,
        String actorName,
        String event,
        Map<String, @Nullable Object> facts,
        String previous,
        String hash) {

    public Checkpoint checkpoint() {
        return new Checkpoint(seq, hash);
    }
}
