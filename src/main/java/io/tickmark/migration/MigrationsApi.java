package io.tickmark.migration;

import io.tickmark.identity.Functions;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For process owners; what it answers names engagements of all clients, so no client's person gets in. */
@RestController
class MigrationsApi {

    private final EngagementMigrations migrations;

    MigrationsApi(EngagementMigrations migrations) {
        this.migrations = migrations;
    }

    @PostMapping("/api/models/{key}/migrations")
    MigrationAnswer migrate(Actor actor, @PathVariable String key, @RequestBody MigrationRequest request) {
        if (!actor.ofTheFirm() || !actor.may(Functions.PROCESS_OWNER)) {
            throw new Forbidden("Only a process owner moves running audits to another version.");
        }
        return migrations.migrate(actor, key, request);
    }
}
