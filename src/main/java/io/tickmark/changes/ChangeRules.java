package io.tickmark.changes;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.Scope;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a change may be asked for and take effect at all; whether it should is the partner's to decide. */
@Component
class ChangeRules {

    private static final Set<String> ENDED = Set.of("closed", "declined", "withdrawn", "suspended");

    private static final Set<String> TOO_LATE = Set.of("reporting", "issued", "closed");

    private final Engagements engagements;
    private final EngagementFile file;
    private final Scope scope;

    ChangeRules(Engagements engagements, EngagementFile file, Scope scope) {
        this.engagements = engagements;
        this.scope = scope;
        this.file = file;
    }

    /** Throws {@link Conflict} or {@link Refused}; answers the end that a changed period has now, else null. */
    @Nullable
    LocalDate check(EngagementId id, NewChange change) {
        EngagementFacts engagement = engagements.facts(id);
        if (ENDED.contains(engagement.phase())) {
            throw new Conflict("The engagement is " + engagement.phase() + ": nothing of it can change now");
        }
        LocalDate end = change.newPeriodEnd();
        if (change.kind() != ChangeKind.PERIOD) {
            if (end != null) {
                throw new Refused(
                        "newPeriodEnd", "Only a change of kind PERIOD has a new end; leave it out, or change the kind");
            }
            if (change.kind().changesScope()) {
                checkScope(engagement);
            }
            return null;
        }
        if (isSigned(id)) {
            throw new Conflict("The report is signed: its period stays as it is");
        }
        return formerEnd(engagement, end);
    }

    private void checkScope(EngagementFacts engagement) {
        if (!scope.isFrozen(engagement.id())) {
            throw new Refused("kind", "The scope is not approved yet: scoping decides on it, without a change");
        }
        if (isTooLate(engagement.id())) {
            throw new Conflict("The report is being written on the scope as it stands: ask for further work first,"
                    + " and change the scope when fieldwork goes on");
        }
    }

    /** Whether a scope can no longer change, since what it would add could not be tested before the report. */
    boolean isTooLate(EngagementId id) {
        return TOO_LATE.contains(engagements.facts(id).phase());
    }

    private static LocalDate formerEnd(EngagementFacts engagement, @Nullable LocalDate end) {
        ReportPlan report =
                engagement.reports().isEmpty() ? null : engagement.reports().get(0);
        if (report == null || report.periodStart() == null || report.periodEnd() == null) {
            throw new Refused("kind", "No period is planned yet: scoping decides on it, without a change");
        }
        if (end == null) {
            throw new Refused("newPeriodEnd", "Give the last day of the period as it is to be");
        }
        if (!end.isAfter(report.start())) {
            throw new Refused("newPeriodEnd", "The period must end after it starts, on " + report.start());
        }
        if (end.equals(report.end())) {
            throw new Refused("newPeriodEnd", "The period ends on " + end + " already; give another day");
        }
        return report.end();
    }

    /** Whether the partner has signed the report: from then on its period is what the opinion speaks of. */
    boolean isSigned(EngagementId id) {
        return file.latest(id, "SignReport").filter(TaskRecord::signed).isPresent();
    }
}
