package io.tickmark.changes;

import io.tickmark.engagement.Appointments;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
    private final Appointments appointments;
    private final Clock clock;

    ChangeRules(Engagements engagements, EngagementFile file, Scope scope, Appointments appointments, Clock clock) {
        this.engagements = engagements;
        this.appointments = appointments;
        this.clock = clock;
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
            checkTeam(id, change);
            checkTerms(change);
            if (change.kind().changesScope()) {
                checkScope(engagement);
            }
            return null;
        }
        checkTeam(id, change);
        checkTerms(change);
        if (isSigned(id)) {
            throw new Conflict("The report is signed: its period stays as it is");
        }
        return formerEnd(engagement, end);
    }

    private void checkTeam(EngagementId id, NewChange change) {
        if (change.kind() != ChangeKind.TEAM) {
            if (!change.team().isEmpty()) {
                throw new Refused(
                        "team", "Only a change of kind TEAM names people; leave them out, or change the kind");
            }
            return;
        }
        if (change.team().isEmpty()) {
            throw new Refused("team", "Name the roles that change hands, each with everybody who is to hold it");
        }
        List<Refusal> refusals = appointments.refusals(id, change.team().roles());
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    private void checkTerms(NewChange change) {
        LocalDate day = change.neededBy();
        if (day != null && change.kind() != ChangeKind.TERMS) {
            throw new Refused("neededBy", "Only a change of kind TERMS says by when; leave it out, or change the kind");
        }
        LocalDate today = LocalDate.now(clock);
        if (day != null && day.isBefore(today)) {
            throw new Refused("neededBy", "The report cannot be there before today, " + today);
        }
    }

    /** What speaks against the people a change names, by the team as it is now; empty for other changes. */
    List<Refusal> teamRefusals(ChangeRequest change) {
        NewTeam team = change.team();
        return team.isEmpty() ? List.of() : appointments.refusals(change.engagement(), team.roles());
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
        if (report == null) {
            throw new Refused("kind", "No period is planned yet: scoping decides on it, without a change");
        }
        if (end == null) {
            throw new Refused(
                    "newPeriodEnd",
                    report.overPeriod()
                            ? "Give the last day of the period as it is to be"
                            : "Give the date that the report is to speak of");
        }
        if (report.overPeriod() && !end.isAfter(report.start())) {
            throw new Refused("newPeriodEnd", "The period must end after it starts, on " + report.start());
        }
        if (end.equals(report.end())) {
            throw new Refused(
                    "newPeriodEnd",
                    (report.overPeriod() ? "The period ends on " : "The report speaks of ") + end
                            + " already; give another day");
        }
        return report.end();
    }

    /** Whether the partner has signed the report: from then on its period is what the opinion speaks of. */
    boolean isSigned(EngagementId id) {
        return file.latest(id, "SignReport").filter(TaskRecord::signed).isPresent();
    }
}
