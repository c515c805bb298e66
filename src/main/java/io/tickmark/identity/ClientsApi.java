package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.util.List;
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

/** The firm's clients, and the name of the firm itself. */
@RestController
class ClientsApi {

    private final Clients clients;
    private final People people;

    ClientsApi(Clients clients, People people) {
        this.clients = clients;
        this.people = people;
    }

    record Named(@Nullable String name) {

        String needed() {
            if (name == null) {
                throw new Refused("name", "A name is needed.");
            }
            return name;
        }
    }

    record Firm(String name) {}

    @GetMapping("/api/clients")
    Page<Client> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 1);
        if (actor.client() != null) {
            return Page.all(List.of(clients.get(actor.client())));
        }
        List<Client> rows = clients.list(after == null ? null : after.field(0), size + 1);
        return Page.of(rows, size, last -> Cursor.at(last.id()));
    }

    @PostMapping("/api/clients")
    @ResponseStatus(HttpStatus.CREATED)
    Client create(Actor actor, @RequestBody Named body) {
        Rights.toOpenClients(actor);
        return clients.get(clients.create(body.needed()));
    }

    @GetMapping("/api/clients/{id}")
    ClientView one(Actor actor, @PathVariable ClientId id) {
        Rights.toSee(actor, id);
        return ClientView.of(clients.get(id), people.ofClient(id));
    }

    @GetMapping("/api/firm")
    Firm firm(Actor actor) {
        return new Firm(clients.firm());
    }

    @PutMapping("/api/firm")
    Firm nameFirm(Actor actor, @RequestBody Named body) {
        Rights.toAdminister(actor);
        clients.nameFirm(body.needed());
        return new Firm(clients.firm());
    }
}
