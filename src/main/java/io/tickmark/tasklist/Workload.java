package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much to do, as far as a person oversees it. */
@Component
@Transactional(readOnly = true)
public class Workload {

    private final LoadQuery query;

    Workload(LoadQuery query) {
        this.query = query;
    }

    /**
     * @param person a username; null for what nobody has claimed of this role
     * @param role null where a person is named
     * @param engagements in how many of them
     * @param week due within seven days and not late
     */
    public record Load(@Nullable String person, @Nullable String role, int engagements, int open, int late, int week) {}

    /**
     * Of the open tasks that the person may do or oversees, in engagements that are not suspended: the latest first; one
     * statement.
     */
    public List<Load> overseen(Actor actor) {
        return query.byPerson(actor);
    }
}
