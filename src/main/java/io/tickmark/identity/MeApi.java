package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person: who it is, what the page's script needs, and its tokens. */
@RestController
class MeApi {

    private final Clients clients;
    private final Tokens tokens;

    MeApi(Clients clients, Tokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    /**
     * @param organisation the name of the client the person works for, or of the audit firm
     * @param client the client's id, or null for the firm's people
     */
    record Me(
            String id,
            String name,
            String username,
            String organisation,
            @Nullable String client,
            List<String> roles) {}

    /**
     * @param header the header that carries the token with every change
     * @param token null for requests that carry Authorization and need none
     */
    record Session(
            String user,
            String name,
            @Nullable String header,
            @Nullable String token) {}

    record TokenName(@Nullable String name) {}

    @GetMapping("/api/me")
    Me me(Actor actor) {
        String organisation = actor.client() == null
                ? clients.firm()
                : clients.get(actor.client()).name();
        return new Me(
                actor.id().toString(),
                actor.name(),
                actor.username(),
                organisation,
                actor.client() == null ? null : actor.client().toString(),
                actor.functions().stream().sorted().toList());
    }

    @GetMapping("/api/session")
    Session session(Actor actor, HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken page
                ? new Session(actor.username(), actor.name(), page.getHeaderName(), page.getToken())
                : new Session(actor.username(), actor.name(), null, null);
    }

    @GetMapping("/api/tokens")
    Page<Tokens.Token> tokens(Actor actor) {
        return Page.all(tokens.of(actor.id()));
    }

    @PostMapping("/api/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Tokens.NewToken createToken(Actor actor, @RequestBody TokenName body) {
        if (body.name() == null) {
            throw new Refused("name", "A name is needed, so that you know later what the token is for.");
        }
        return tokens.create(actor.id(), body.name());
    }

    @DeleteMapping("/api/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(Actor actor, @PathVariable UUID id) {
        tokens.revoke(actor.id(), id);
    }
}
