package io.tickmark.changes;

import io.tickmark.engagement.Appointments;
import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileClosing;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.ScopeChange;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The changes of an engagement's terms, from the asking to their effect. It asks no rights. */
@Service
@Transactional
class Changes {

    private final ChangeRepository changes;
    private final ChangeRules rules;
    private final ScopeChange scope;
    private final ChangeRequestProcess process;
    private final Engagements engagements;
    private final Appointments appointments;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    Changes(
            ChangeRepository changes,
            ChangeRules rules,
            ScopeChange scope,
            ChangeRequestProcess process,
            Engagements engagements,
            Appointments appointments,
            People people,
            Trail trail,
            Clock clock) {
        this.changes = changes;
        this.rules = rules;
        this.scope = scope;
        this.process = process;
        this.engagements = engagements;
        this.appointments = appointments;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Throws {@link Conflict} where the engagement has ended, or its period is asked to change already. */
    ChangeRequest ask(Actor by, EngagementId engagement, NewChange asked) {
        engagements.lock(engagement);
        LocalDate formerEnd = rules.check(engagement, asked);
        if (asked.kind() == ChangeKind.PERIOD) {
            open(engagement).stream()
                    .filter(other -> other.kind() == ChangeKind.PERIOD)
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Conflict("Another end of the period is asked for in " + other.reference()
                                + "; wait until that is decided");
                    });
        }
        int position = changes.countByEngagementId(engagement.value()) + 1;
        ChangeRequest change =
                changes.save(new ChangeRequest(engagement, position, asked, formerEnd, by, clock.instant()));
        trail.record(engagement, "change-asked", by, facts(change));
        process.start(change);
        return change;
    }

    @Transactional(readOnly = true)
    public ChangeRequest get(EngagementId engagement, UUID id) {
        return changes.findByEngagementIdAndId(engagement.value(), id)
                .orElseThrow(() -> new NotFound("There is no change " + id));
    }

    /** By number, from the one after {@code position} on. */
    @Transactional(readOnly = true)
    public List<ChangeRequest> of(EngagementId engagement, int position, int rows) {
        return changes.findByEngagementIdAndPositionGreaterThanOrderByPosition(
                engagement.value(), position, Limit.of(rows));
    }

    /** Those that have taken effect, by number. */
    @Transactional(readOnly = true)
    public List<ChangeRequest> applied(EngagementId engagement) {
        return changes.findByEngagementIdAndStateInOrderByPosition(engagement.value(), List.of(ChangeState.APPLIED));
    }

    private List<ChangeRequest> open(EngagementId engagement) {
        return changes.findByEngagementIdAndStateInOrderByPosition(engagement.value(), ChangeState.OPEN);
    }

    void decide(Actor by, EngagementId engagement, UUID id, boolean approved, String reason) {
        ChangeRequest change = get(engagement, id);
        change.decided(by, approved, reason, clock.instant());
        if (approved) {
            trail.record(engagement, "change-approved", by, Map.of("change", id, "reference", change.reference()));
        }
    }

    void refuse(EngagementId engagement, UUID id) {
        ChangeRequest change = get(engagement, id);
        if (change.state().isOpen()) {
            change.refused(clock.instant());
            trail.record(engagement, "change-refused", decider(change), facts(change));
        }
    }

    /**
     * Puts an agreed change into effect. It is withdrawn where it comes too late: a period's once the report is signed,
     * a scope's once the report is written, a team's where its people can no longer hold their roles.
     */
    void apply(EngagementId engagement, UUID id) {
        ChangeRequest change = get(engagement, id);
        if (!change.state().isOpen()) {
            return;
        }
        engagements.lock(engagement);
        LocalDate end = change.newPeriodEnd();
        if (end != null && rules.isSigned(engagement)) {
            withdraw(change, "The report was signed before the change was agreed");
            return;
        }
        if (change.kind().changesScope() && rules.isTooLate(engagement)) {
            withdraw(change, "The report was being written before the change was agreed");
            return;
        }
        List<Refusal> people = rules.teamRefusals(change);
        if (!people.isEmpty()) {
            withdraw(
                    change,
                    "The team it names does not hold any more: " + people.get(0).message());
            return;
        }
        if (end != null) {
            engagements.endPeriod(engagement, end);
        }
        if (!change.team().isEmpty()) {
            appointments.replace(decider(change), engagement, change.team().roles());
        }
        LocalDate neededBy = change.neededBy();
        if (neededBy != null) {
            engagements.needBy(engagement, neededBy);
        }
        if (change.kind().changesScope()) {
            scope.apply(engagement, id);
        }
        change.applied(clock.instant());
        trail.record(engagement, "change-applied", decider(change), facts(change));
    }

    @EventListener
    public void engagementEnds(EngagementWithdrawn event) {
        open(event.engagement()).forEach(change -> withdraw(change, "The engagement was withdrawn"));
        process.withdrawAll(event.engagement());
    }

    @EventListener
    void fileCloses(FileClosing event) {
        open(event.engagement()).forEach(change -> withdraw(change, "The file was locked"));
        process.withdrawAll(event.engagement());
    }

    private void withdraw(ChangeRequest change, String why) {
        change.withdrawn(clock.instant());
        trail.record(
                change.engagement(),
                "change-withdrawn",
                null,
                Map.of("change", change.id(), "reference", change.reference(), "reason", why));
    }

    private @Nullable Actor decider(ChangeRequest change) {
        PersonId by = change.decidedBy();
        return by == null ? null : people.person(by).orElse(null);
    }

    private Map<String, @Nullable Object> facts(ChangeRequest change) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("change", change.id());
        facts.put("reference", change.reference());
        facts.put("kind", change.kind());
        facts.put("reasonCode", change.reasonCode());
        facts.put("description", change.description());
        if (change.newPeriodEnd() != null) {
            facts.put(
                    "periodEnd", Map.of("from", String.valueOf(change.formerPeriodEnd()), "to", change.newPeriodEnd()));
        }
        if (!change.team().isEmpty()) {
            Map<String, Object> team = new LinkedHashMap<>();
            change.team()
                    .roles()
                    .forEach((role, holders) -> team.put(
                            role, holders.stream().map(people::username).toList()));
            facts.put("team", team);
        }
        if (change.neededBy() != null) {
            facts.put("neededBy", change.neededBy());
        }
        if (change.decisionReason() != null) {
            facts.put("decisionReason", change.decisionReason());
        }
        return facts;
    }
}
