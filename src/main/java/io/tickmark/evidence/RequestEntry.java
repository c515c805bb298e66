package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the API is sent about a new request; every wrong field is named at once. */
@Component
class RequestEntry {

    private final Scope scope;
    private final Team team;
    private final People people;
    private final Clock clock;

    RequestEntry(Scope scope, Team team, People people, Clock clock) {
        this.scope = scope;
        this.team = team;
        this.people = people;
        this.clock = clock;
    }

    /** As it is sent; {@code controls} are references, {@code owner} is a username. */
    record Sent(
            @Nullable String title,
            @Nullable String kind,
            @Nullable List<@Nullable String> controls,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            @Nullable Boolean clientReview,
            @Nullable String sampleOf) {}

    NewRequest read(EngagementId engagement, Sent sent) {
        List<Refusal> refusals = new ArrayList<>();
        String title = title(sent.title(), refusals);
        EvidenceKind kind = kind(sent.kind(), refusals);
        List<String> controls = controls(engagement, sent.controls(), refusals);
        PersonId owner = owner(engagement, sent.owner(), refusals);
        LocalDate due = due(sent.due(), refusals);
        if (sent.coversFrom() != null
                && sent.coversTo() != null
                && sent.coversTo().isBefore(sent.coversFrom())) {
            refusals.add(new Refusal("coversTo", "Give a day on or after " + sent.coversFrom()));
        }
        if (sent.sampleOf() != null && !controls.contains(sent.sampleOf())) {
            refusals.add(new Refusal("sampleOf", "Name one of the request's controls"));
        }
        if (kind == null || due == null || !refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return new NewRequest(
                title,
                kind,
                controls,
                owner,
                due,
                Boolean.TRUE.equals(sent.clientReview()),
                sent.coversFrom(),
                sent.coversTo(),
                sent.sampleOf());
    }

    private static String title(@Nullable String title, List<Refusal> refusals) {
        String given = title == null ? "" : title.strip();
        if (given.isEmpty() || given.length() > NewRequest.LONGEST_TITLE) {
            refusals.add(
                    new Refusal("title", "Say what is asked for, in 1 to " + NewRequest.LONGEST_TITLE + " characters"));
        }
        return given;
    }

    private static @Nullable EvidenceKind kind(@Nullable String kind, List<Refusal> refusals) {
        return Arrays.stream(EvidenceKind.values())
                .filter(k -> k.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseGet(() -> {
                    refusals.add(new Refusal("kind", "One of " + Arrays.toString(EvidenceKind.values())));
                    return null;
                });
    }

    private List<String> controls(
            EngagementId engagement, @Nullable List<@Nullable String> sent, List<Refusal> refusals) {
        List<String> given = sent == null
                ? List.of()
                : sent.stream().filter(Objects::nonNull).distinct().toList();
        Set<String> known = scope.controls(engagement).stream()
                .map(ScopedControl::reference)
                .collect(Collectors.toSet());
        List<String> unknown = given.stream().filter(c -> !known.contains(c)).toList();
        if (given.isEmpty()) {
            refusals.add(new Refusal("controls", "Name at least one control of the scope"));
        } else if (!unknown.isEmpty()) {
            refusals.add(new Refusal("controls", "Not in the scope: " + String.join(", ", unknown)));
        }
        return given;
    }

    private @Nullable PersonId owner(EngagementId engagement, @Nullable String username, List<Refusal> refusals) {
        if (username == null || username.isBlank()) {
            return null;
        }
        PersonId owner = people.named(username)
                .filter(person -> team.mayAct(engagement, person.id(), Roles.CONTROL_OWNER))
                .map(person -> person.id())
                .orElse(null);
        if (owner == null) {
            refusals.add(new Refusal("owner", "Name one of the engagement's control owners, or nobody"));
        }
        return owner;
    }

    private @Nullable LocalDate due(@Nullable LocalDate due, List<Refusal> refusals) {
        LocalDate today = LocalDate.now(clock);
        if (due == null || due.isBefore(today)) {
            refusals.add(new Refusal("due", "Give a day from " + today + " on"));
        }
        return due;
    }
}
