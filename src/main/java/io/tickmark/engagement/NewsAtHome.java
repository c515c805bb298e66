package io.tickmark.engagement;

import io.tickmark.engagement.SeenTrail.Place;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Entry;
import io.tickmark.trail.Trail;
import io.tickmark.web.HomePart;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What others did since this person looked last. The trail is the firm's: a client's people, and who is there for tasks
 * of his own only, are told what the engagement's own page tells them too.
 */
@Component
class NewsAtHome implements HomePart {

    private static final int MOST = 30;

    /** What an engagement shows to everybody who may know of it. */
    private static final Set<String> FOR_ALL = Set.of(
            "milestone-reached",
            "phase-begun",
            "engagement-suspended",
            "engagement-resumed",
            "engagement-withdrawn",
            "engagement-declined");

    private static final Set<String> INSIDE = Set.of(
            "evidence-provided",
            "evidence-accepted",
            "evidence-returned",
            "request-raised",
            "request-withdrawn",
            "request-escalated",
            "occurrence-missed",
            "document-quarantined",
            "integrity-failure",
            "conclusion-lost-evidence",
            "workpaper-returned",
            "workpaper-approved",
            "deviation-found",
            "deviation-answered",
            "findings-evaluated",
            "change-asked",
            "change-approved",
            "change-refused",
            "milestone-replanned",
            "report-drafted",
            "report-issued",
            "report-revised",
            "report-recalled",
            "team-changed",
            "file-locked");

    /** What a sentence about an entry needs; the rest of its facts stays in the trail. */
    private static final Set<String> TOLD = Set.of(
            "milestone", "phase", "reference", "title", "control", "deviation", "from", "to", "request", "reason");

    private final SeenTrail seen;
    private final Trail trail;

    NewsAtHome(SeenTrail seen, Trail trail) {
        this.seen = seen;
        this.trail = trail;
    }

    /** @param since when the person last said that he has seen everything; null before the first time */
    record News(@Nullable Instant since, List<Item> items) {}

    /** @param who a name, or {@code system} */
    record Item(
            UUID engagement,
            String engagementTitle,
            long seq,
            Instant at,
            String who,
            String event,
            Map<String, @Nullable Object> facts) {}

    @Override
    public String name() {
        return "news";
    }

    @Override
    public Object of(Actor actor) {
        Map<EngagementId, Place> places = seen.of(actor).stream()
                .collect(Collectors.toMap(
                        Place::engagement, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Instant since = places.values().stream()
                .map(Place::at)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new News(since, places.isEmpty() ? List.of() : items(actor, places));
    }

    private List<Item> items(Actor actor, Map<EngagementId, Place> places) {
        Map<EngagementId, Long> after = new LinkedHashMap<>();
        places.forEach((engagement, place) -> after.put(engagement, place.seen()));
        boolean anyInside = places.values().stream().anyMatch(Place::inside);
        return trail.newest(after, anyInside ? all() : FOR_ALL, actor.username(), MOST).stream()
                .filter(entry ->
                        FOR_ALL.contains(entry.event()) || place(places, entry).inside())
                .map(entry -> item(place(places, entry), entry))
                .toList();
    }

    private static Set<String> all() {
        return Stream.concat(FOR_ALL.stream(), INSIDE.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Place place(Map<EngagementId, Place> places, Entry entry) {
        return Objects.requireNonNull(places.get(EngagementId.of(entry.engagement())));
    }

    private static Item item(Place place, Entry entry) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        entry.facts().forEach((key, fact) -> {
            if (TOLD.contains(key) && (place.inside() || !key.equals("reason"))) {
                facts.put(key, fact);
            }
        });
        return new Item(
                place.engagement().value(),
                place.title(),
                entry.seq(),
                entry.at(),
                entry.actorName(),
                entry.event(),
                facts);
    }
}
