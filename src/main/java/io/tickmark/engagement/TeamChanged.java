package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.List;

/** People came or went; told in the transaction of the change, when the team's rows are the new ones. */
public record TeamChanged(EngagementId engagement, List<PersonId> auditorsBefore, List<PersonId> auditors)
        implements DomainEvent {

    /** Auditors who were not on the team before, in whatever role. */
    public List<PersonId> joined() {
        return auditors.stream()
                .filter(person -> !auditorsBefore.contains(person))
                .toList();
    }
}
