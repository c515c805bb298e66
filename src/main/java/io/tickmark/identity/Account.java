package io.tickmark.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person with what signing in needs.
 *
 * @param password the encoded password, or null before the invitation was accepted
 * @param stamp counts up whenever sessions begun before have to die
 */
record Account(Person person, @Nullable String password, int stamp) {

    SignedIn signedIn() {
        return new SignedIn(person.id().value(), person.username(), stamp);
    }
}
