package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The client's own words on the scope that stands: as it was first defined, or as an agreed change left it. */
@Component
public class ScopeDefinition {

    private final FrozenScope frozen;
    private final EngagementFile file;

    ScopeDefinition(FrozenScope frozen, EngagementFile file) {
        this.frozen = frozen;
        this.file = file;
    }

    /** Answers with the keys of the form {@code define-scope}; empty before the client has answered. */
    public Optional<TaskRecord> of(EngagementId engagement) {
        return frozen.change(engagement)
                .flatMap(change -> file.latest(engagement, RedefineScope.PHRASE, change))
                .or(() -> file.latest(engagement, "DefineScope"));
    }

    /** Names of the subservice organisations whose controls are examined as part of the client's own, as named there. */
    public List<String> inclusive(EngagementId engagement) {
        return of(engagement).stream()
                .flatMap(scope -> scope.answers().rows("subserviceOrganisations").stream())
                .filter(row -> row.text("method").equals("inclusive"))
                .map(row -> row.text("name"))
                .distinct()
                .toList();
    }
}
