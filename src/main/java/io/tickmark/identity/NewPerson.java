package io.tickmark.identity;

import io.tickmark.kernel.ClientId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be created.
 *
 * @param username 2 to 60 characters of a to z, 0 to 9, dot, hyphen, underscore
 * @param client null for the audit firm's own people
 * @param functions those of {@link Functions#FIRM} or {@link Functions#CLIENT}, as the organisation is
 */
public record NewPerson(
        String username,
        String name,
        @Nullable String email,
        @Nullable ClientId client,
        Set<String> functions) {

    public NewPerson {
        functions = Set.copyOf(functions);
    }

    public NewPerson(String username, String name, @Nullable ClientId client, Set<String> functions) {
        this(username, name, null, client, functions);
    }
}
