package io.tickmark.engagement;

import io.tickmark.identity.AddedFunctions;
import io.tickmark.workflow.KnownRoles;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells others which roles there are: the check of models, and whoever says what a person can be. */
@Component
class TeamRoles implements KnownRoles, AddedFunctions {

    private final RoleTable table;

    TeamRoles(RoleTable table) {
        this.table = table;
    }

    /** A retired role is none for the models that are submitted from now on. */
    @Override
    public Set<String> roles() {
        Set<String> roles = new HashSet<>(Roles.ALL);
        roles.add(Roles.AUDIT_TEAM);
        table.added().stream()
                .filter(role -> !role.retired())
                .map(TeamRole::key)
                .forEach(roles::add);
        return Set.copyOf(roles);
    }

    @Override
    public Set<String> functions(boolean firm) {
        return table.added().stream()
                .filter(role -> role.side() == (firm ? Side.FIRM : Side.CLIENT))
                .map(TeamRole::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
