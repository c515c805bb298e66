package io.tickmark.engagement;

import io.tickmark.identity.Functions;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ModelRoles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adding roles beside the shipped ones, renaming and retiring them. What the product brings stays as it is. */
@Service
@Transactional
class RoleAdministration {

    private final RoleTable roles;
    private final Team team;
    private final Bundles bundles;
    private final ModelRoles models;
    private final Trail trail;
    private final JdbcClient database;

    RoleAdministration(
            RoleTable roles, Team team, Bundles bundles, ModelRoles models, Trail trail, JdbcClient database) {
        this.roles = roles;
        this.team = team;
        this.bundles = bundles;
        this.models = models;
        this.trail = trail;
        this.database = database;
    }

    @Transactional(readOnly = true)
    List<TeamRole> all() {
        return roles.all();
    }

    TeamRole add(Actor actor, RoleEntry.NewRole sent) {
        needAdministrator(actor);
        List<TeamRole> known = roles.all();
        TeamRole role = RoleEntry.read(sent, known);
        if (known.stream().anyMatch(other -> other.key().equals(role.key()))) {
            throw new Conflict("There is a role '" + role.key() + "' already");
        }
        roles.insert(role);
        team.standIn(role.key());
        trail.recordFirm("role-added", actor, facts(role));
        return role;
    }

    TeamRole change(Actor actor, String key, RoleEntry.Change change) {
        needAdministrator(actor);
        TeamRole now = added(key);
        if (change.version() == null) {
            throw new Refused("version", "Send the version that was read");
        }
        String name = change.name() == null ? now.name() : RoleEntry.name(change.name());
        boolean retired = change.retired() == null ? now.retired() : change.retired();
        if (retired && !now.retired()) {
            // whoever approves a release waits for this, and then finds the role gone
            bundles.lockLive();
            if (models.live().contains(key)) {
                throw new Conflict("The live models give tasks to '" + key + "': publish models without them first");
            }
        }
        if (!roles.update(key, name, retired, change.version())) {
            throw new Conflict("Somebody else changed '" + key + "' since: read it again");
        }
        TeamRole next = added(key);
        trail.recordFirm("role-changed", actor, facts(next));
        return next;
    }

    void remove(Actor actor, String key) {
        needAdministrator(actor);
        TeamRole role = added(key);
        bundles.lockLive();
        refuseUsed(key, "a team", "select count(*) from team_member where role_name = ? and stand_in = false");
        refuseUsed(key, "a person's functions", "select count(*) from person_function where function_name = ?");
        refuseUsed(key, "an engagement's file", "select count(*) from task_record where role_name = ?");
        refuseUsed(key, "another role's stand-ins", "select count(*) from team_role_stand_in where stand_in = ?");
        if (models.running().contains(key)) {
            throw inUse(key, "models that are live or still run");
        }
        team.standDown(key);
        roles.delete(key);
        trail.recordFirm("role-removed", actor, facts(role));
    }

    private void refuseUsed(String key, String place, String count) {
        if (database.sql(count).param(key).query(Integer.class).single() > 0) {
            throw inUse(key, place);
        }
    }

    private static Conflict inUse(String key, String place) {
        return new Conflict("'" + key + "' is in use: it stands in " + place + ". It can be retired instead");
    }

    private TeamRole added(String key) {
        TeamRole role = roles.find(key).orElseThrow(() -> new NotFound("There is no role '" + key + "'"));
        if (role.shipped()) {
            throw new Conflict("'" + key + "' comes with the product and stays as it is");
        }
        return role;
    }

    private static void needAdministrator(Actor actor) {
        if (!actor.ofTheFirm() || !actor.may(Functions.ADMIN)) {
            throw new Forbidden("Only an administrator adds and changes roles");
        }
    }

    private static Map<String, Object> facts(TeamRole role) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", role.key());
        facts.put("name", role.name());
        facts.put("side", role.side().name());
        facts.put("standIns", role.standIns());
        facts.put("seesWorkpapers", role.seesWorkpapers());
        facts.put("retired", role.retired());
        return facts;
    }
}
