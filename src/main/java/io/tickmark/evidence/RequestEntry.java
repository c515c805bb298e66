package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is sent about new requests; every wrong field is named at once. */
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

    /** As it is sent; {@code controls} are references, {@code owner} and {@code readers} are usernames. */
    record Sent(
            @Nullable String title,
            @Nullable String kind,
            @Nullable List<@Nullable String> controls,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            @Nullable Boolean clientReview,
            @Nullable String sampleOf,
            @Nullable Boolean confidential,
            @Nullable List<@Nullable String> readers,
            @Nullable String location) {}

    NewRequest read(EngagementId engagement, Sent sent) {
        return reading(engagement).read(sent);
    }

    /** For many requests of one engagement: it is asked once what there is. */
    Reading reading(EngagementId engagement) {
        return new Reading(engagement);
    }

    /** Reads what is sent about requests of one engagement, in one transaction. */
    final class Reading {

        private final EngagementId engagement;
        private final Set<String> known;
        private final Map<String, Optional<Actor>> owners = new HashMap<>();

        private Reading(EngagementId engagement) {
            this.engagement = engagement;
            this.known = scope.controls(engagement).stream()
                    .map(ScopedControl::reference)
                    .collect(Collectors.toSet());
        }

        /** Throws {@link Refused} with every wrong field. */
        NewRequest read(Sent sent) {
            List<Refusal> refusals = new ArrayList<>();
            String title = title(sent.title(), refusals);
            EvidenceKind kind = kind(sent.kind(), refusals);
            List<String> controls = controls(sent.controls(), refusals);
            Actor owner = owner(sent.owner(), refusals);
            LocalDate due = due(sent.due(), refusals);
            if (sent.coversFrom() != null
                    && sent.coversTo() != null
                    && sent.coversTo().isBefore(sent.coversFrom())) {
                refusals.add(new Refusal("coversTo", "Give a day on or after " + sent.coversFrom()));
            }
            if (sent.sampleOf() != null && !controls.contains(sent.sampleOf())) {
                refusals.add(new Refusal("sampleOf", "Name one of the request's controls"));
            }
            String location = location(sent.location(), refusals);
            if (kind == null || due == null || !refusals.isEmpty()) {
                throw new Refused(refusals);
            }
            return new NewRequest(
                            title,
                            kind,
                            controls,
                            owner == null ? null : owner.id(),
                            due,
                            Boolean.TRUE.equals(sent.clientReview()),
                            sent.coversFrom(),
                            sent.coversTo(),
                            sent.sampleOf())
                    .at(location);
        }

        private List<String> controls(@Nullable List<@Nullable String> sent, List<Refusal> refusals) {
            List<String> given = sent == null
                    ? List.of()
                    : sent.stream().filter(Objects::nonNull).distinct().toList();
            List<String> unknown =
                    given.stream().filter(c -> !known.contains(c)).toList();
            if (given.isEmpty()) {
                refusals.add(new Refusal("controls", "Name at least one control of the scope"));
            } else if (!unknown.isEmpty()) {
                refusals.add(new Refusal("controls", "Not in the scope: " + String.join(", ", unknown)));
            }
            return given;
        }

        /** The owner that is named, or null for nobody in particular. */
        @Nullable
        Actor owner(@Nullable String username, List<Refusal> refusals) {
            if (username == null || username.isBlank()) {
                return null;
            }
            Optional<Actor> owner = owners.computeIfAbsent(username, name -> people.named(name)
                    .filter(person -> team.mayAct(engagement, person.id(), Roles.CONTROL_OWNER)));
            if (owner.isEmpty()) {
                refusals.add(new Refusal("owner", "Name one of the engagement's control owners, or nobody"));
            }
            return owner.orElse(null);
        }
    }

    static String title(@Nullable String title, List<Refusal> refusals) {
        String given = title == null ? "" : title.strip();
        if (given.isEmpty() || given.length() > NewRequest.LONGEST_TITLE) {
            refusals.add(
                    new Refusal("title", "Say what is asked for, in 1 to " + NewRequest.LONGEST_TITLE + " characters"));
        }
        return given;
    }

    private static @Nullable String location(@Nullable String location, List<Refusal> refusals) {
        String given = location == null ? "" : location.strip();
        if (given.length() > NewRequest.LONGEST_LOCATION || given.chars().anyMatch(Character::isISOControl)) {
            refusals.add(new Refusal(
                    "location",
                    "Name the place in at most " + NewRequest.LONGEST_LOCATION + " characters in one line"));
        }
        return given.isEmpty() ? null : given;
    }

    static @Nullable EvidenceKind kind(@Nullable String kind, List<Refusal> refusals) {
        return Arrays.stream(EvidenceKind.values())
                .filter(k -> k.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseGet(() -> {
                    refusals.add(new Refusal("kind", "One of " + Arrays.toString(EvidenceKind.values())));
                    return null;
                });
    }

    @Nullable
    LocalDate due(@Nullable LocalDate due, List<Refusal> refusals) {
        LocalDate today = LocalDate.now(clock);
        if (due == null || due.isBefore(today)) {
            refusals.add(new Refusal("due", "Give a day from " + today + " on"));
        }
        return due;
    }
}
