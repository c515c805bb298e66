package io.tickmark.identity;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.tickmark.identity.Administration.Change;
import io.tickmark.identity.Administration.Invited;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People of the firm and of clients: lists, invitations, changes. */
@RestController
class PeopleApi {

    private final Administration administration;
    private final People people;
    private final Clients clients;

    PeopleApi(Administration administration, People people, Clients clients) {
        this.administration = administration;
        this.people = people;
        this.clients = clients;
    }

    record Invitation(
            @Nullable String username,
            @Nullable String name,
            @Nullable String email,
            @JsonAlias("functions") @Nullable Set<String> roles) {

        NewPerson forClient(@Nullable ClientId client) {
            List<Refusal> missing = new ArrayList<>();
            if (username == null) {
                missing.add(new Refusal("username", "A username is needed."));
            }
            if (name == null) {
                missing.add(new Refusal("name", "A name is needed."));
            }
            if (username == null || name == null) {
                throw new Refused(missing);
            }
            return new NewPerson(username, name.strip(), email, client, roles == null ? Set.of() : roles);
        }
    }

    record Changed(
            @Nullable String name,
            @Nullable String email,
            @JsonAlias("functions") @Nullable Set<String> roles,
            @Nullable Boolean enabled,
            @Nullable Integer version) {}

    /** The people of the caller's own organisation. */
    @GetMapping("/api/people")
    Page<PersonView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(actor.client(), limit, cursor);
    }

    @GetMapping("/api/clients/{id}/people")
    Page<PersonView> ofClient(
            Actor actor,
            @PathVariable ClientId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Rights.toSee(actor, id);
        return page(clients.get(id).id(), limit, cursor);
    }

    @GetMapping("/api/people/{username}")
    PersonView one(Actor actor, @PathVariable String username) {
        return PersonView.of(administration.visible(actor, username));
    }

    @PostMapping("/api/people")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(Actor actor, @RequestBody Invitation invitation) {
        Rights.toManagePeople(actor, null);
        return administration.invite(actor, invitation.forClient(null));
    }

    @PostMapping("/api/clients/{id}/people")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(Actor actor, @PathVariable ClientId id, @RequestBody Invitation invitation) {
        Rights.toManagePeople(actor, id);
        return administration.invite(actor, invitation.forClient(clients.get(id).id()));
    }

    @PostMapping("/api/people/{username}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Invited inviteAgain(Actor actor, @PathVariable String username) {
        return administration.inviteAgain(actor, username);
    }

    @PutMapping("/api/people/{username}")
    PersonView change(Actor actor, @PathVariable String username, @RequestBody Changed body) {
        return administration.change(
                actor, username, new Change(body.name(), body.email(), body.roles(), body.enabled(), body.version()));
    }

    private Page<PersonView> page(@Nullable ClientId organisation, @Nullable Integer limit, @Nullable String cursor) {
        int size = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 1);
        List<PersonView> rows = people.list(organisation, after == null ? "" : after.field(0), size + 1).stream()
                .map(PersonView::of)
                .toList();
        return Page.of(rows, size, last -> Cursor.at(last.username()));
    }
}
