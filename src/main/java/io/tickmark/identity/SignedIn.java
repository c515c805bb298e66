package io.tickmark.identity;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session remembers of its person: nothing that could grow stale unnoticed. */
record SignedIn(UUID person, String username, int stamp) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return username;
    }
}
