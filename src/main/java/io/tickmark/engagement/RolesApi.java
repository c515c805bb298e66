package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roles that a team can hold: for everybody to read, for an administrator to add to. */
@RestController
@RequestMapping("/api/roles")
class RolesApi {

    private final RoleAdministration roles;

    RolesApi(RoleAdministration roles) {
        this.roles = roles;
    }

    @GetMapping
    Page<TeamRole> list(Actor actor) {
        return Page.all(roles.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TeamRole add(Actor actor, @RequestBody RoleEntry.NewRole role) {
        return roles.add(actor, role);
    }

    @PutMapping("/{key}")
    TeamRole change(Actor actor, @PathVariable String key, @RequestBody RoleEntry.Change change) {
        return roles.change(actor, key, change);
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String key) {
        roles.remove(actor, key);
    }
}
