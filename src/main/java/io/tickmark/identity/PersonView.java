package io.tickmark.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person as told to others of the same organisation, or to the firm. */
record PersonView(
        String id,
        String username,
        String name,
        @Nullable String email,
        @Nullable String client,
        List<String> roles,
        boolean enabled,
        int version) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id().toString(),
                person.username(),
                person.name(),
                person.email(),
                person.client() == null ? null : person.client().toString(),
                person.functions().stream().sorted().toList(),
                person.enabled(),
                person.version());
    }
}
