package io.tickmark.engagement;

import io.tickmark.workflow.KnownRoles;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the check of models which roles an engagement's team can hold. */
@Component
class TeamRoles implements KnownRoles {

    @Override
    public Set<String> roles() {
        Set<String> roles = new HashSet<>(Roles.ALL);
        roles.add(Roles.AUDIT_TEAM);
        return Set.copyOf(roles);
    }
}
