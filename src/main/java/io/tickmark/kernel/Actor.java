package io.tickmark.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person who acts, as known from the sign-in. Isolation rests on {@link #client()}: it comes from the session or
 * token, never from a request.
 *
 * @param client the client the person works for, or null for the audit firm's own people
 * @param functions what the person may do in general ({@code admin}, {@code process-owner}, {@code audit-partner} …);
 *     a role in an engagement is a different thing and belongs to its team
 */
public record Actor(
        PersonId id, String username, String name, @Nullable ClientId client, Set<String> functions) {

    public Actor {
        functions = Set.copyOf(functions);
    }

    public boolean ofTheFirm() {
        return client == null;
    }

    public boolean may(String function) {
        return functions.contains(function);
    }
}
