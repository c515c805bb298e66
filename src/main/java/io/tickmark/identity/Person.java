package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be named in an audit. People are never deleted: what they signed stays theirs.
 *
 * @param username unique in the whole installation, lower case, never changed
 * @param client the client the person works for, or null for the audit firm's own people
 * @param functions from {@link Functions}
 * @param enabled false when the person may not sign in any more
 */
public record Person(
        PersonId id,
        String username,
        String name,
        @Nullable String email,
        @Nullable ClientId client,
        Set<String> functions,
        boolean enabled,
        int version) {

    public Person {
        functions = Set.copyOf(functions);
    }

    public Actor toActor() {
        return new Actor(id, username, name, client, functions);
    }
}
