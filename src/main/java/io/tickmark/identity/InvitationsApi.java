package io.tickmark.identity;

import io.tickmark.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Accepting an invitation: the code in the address is all the caller needs. */
@RestController
class InvitationsApi {

    private final Invitations invitations;

    InvitationsApi(Invitations invitations) {
        this.invitations = invitations;
    }

    record Acceptance(@Nullable String password) {}

    record Accepted(String username, String name) {}

    @PostMapping("/api/invitations/{code}/accept")
    Accepted accept(@PathVariable String code, @RequestBody Acceptance body) {
        if (body.password() == null) {
            throw new Refused("password", "A password is needed.");
        }
        Person person = invitations.accept(code, body.password());
        return new Accepted(person.username(), person.name());
    }
}
