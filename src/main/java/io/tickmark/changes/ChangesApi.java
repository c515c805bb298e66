package io.tickmark.changes;

import io.tickmark.engagement.Appointments;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Those who agreed on the engagement letter, of both sides, ask for changes; the firm's people see them, too. */
@RestController
@RequestMapping("/api/engagements/{id}/changes")
class ChangesApi {

    private static final Set<String> PARTIES = Set.of(Roles.PARTNER, Roles.MANAGER, Roles.SPONSOR, Roles.COMPLIANCE);

    private final Engagements engagements;
    private final Team team;
    private final Changes changes;
    private final People people;
    private final FileLock lock;
    private final Appointments appointments;

    ChangesApi(
            Engagements engagements,
            Team team,
            Changes changes,
            People people,
            FileLock lock,
            Appointments appointments) {
        this.lock = lock;
        this.appointments = appointments;
        this.engagements = engagements;
        this.team = team;
        this.changes = changes;
        this.people = people;
    }

    record Asked(
            @Nullable ChangeKind kind,
            @Nullable ChangeReason reasonCode,
            @Nullable String description,
            @Nullable LocalDate newPeriodEnd,
            @Nullable Map<String, Object> team,
            @Nullable LocalDate neededBy) {

        NewChange change(Appointments appointments) {
            List<Refusal> refusals = new ArrayList<>();
            if (kind == null) {
                refusals.add(new Refusal("kind", "Say what changes: one of " + Arrays.toString(ChangeKind.values())));
            }
            if (reasonCode == null) {
                refusals.add(new Refusal("reasonCode", "Say why: one of " + Arrays.toString(ChangeReason.values())));
            }
            if (description == null || description.isBlank()) {
                refusals.add(new Refusal("description", "Say in detail what changes and why; both sides read it"));
            }
            if (kind == null || reasonCode == null || description == null || !refusals.isEmpty()) {
                throw new Refused(refusals);
            }
            NewTeam people = new NewTeam(team == null ? Map.of() : appointments.named(team));
            return new NewChange(kind, reasonCode, description.strip(), newPeriodEnd, people, neededBy);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ChangeAnswer ask(Actor actor, @PathVariable UUID id, @RequestBody Asked asked) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        if (team.roles(engagement, actor.id()).stream().noneMatch(PARTIES::contains)) {
            throw new Forbidden("Only the partner and the manager of the engagement, and the client's sponsor and"
                    + " compliance lead in it, ask for changes");
        }
        lock.refuseChange(engagement);
        return answers(List.of(changes.ask(actor, engagement, asked.change(appointments))))
                .get(0);
    }

    @GetMapping
    Page<ChangeAnswer> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        if (!team.looksInside(actor, engagement)
                && PARTIES.stream().noneMatch(actor::may)
                && team.roles(engagement, actor.id()).stream().noneMatch(PARTIES::contains)) {
            throw new Forbidden("The terms of the engagement are for the sponsor and the compliance lead");
        }
        int rows = Page.limit(limit);
        Page<ChangeRequest> page = Page.of(
                changes.of(engagement, position(cursor), rows + 1), rows, change -> Cursor.at(change.position()));
        return new Page<>(answers(page.items()), page.next());
    }

    private List<ChangeAnswer> answers(List<ChangeRequest> shown) {
        Map<PersonId, Actor> known = people.persons(shown.stream()
                .flatMap(change ->
                        Stream.concat(Stream.of(change.askedBy(), change.decidedBy()), change.team().people().stream()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return shown.stream().map(change -> ChangeAnswer.of(change, known)).toList();
    }

    private static int position(@Nullable String text) {
        Cursor cursor = Cursor.read(text, 1);
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor.field(0));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }
}
