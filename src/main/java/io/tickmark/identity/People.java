package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks people up. */
@Component
public class People {

    public Optional<Actor> person(PersonId id) {
        return Optional.empty();
    }

    public Optional<Actor> named(String username) {
        return Optional.empty();
    }

    public String username(PersonId id) {
        return person(id).map(Actor::username).orElse("?");
    }

    public String name(PersonId id) {
        return person(id).map(Actor::name).orElse("?");
    }
}
