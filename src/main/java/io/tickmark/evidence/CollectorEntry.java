package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is sent about a new collector; every wrong field is named at once. */
@Component
class CollectorEntry {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;

    private final Scope scope;
    private final RequestRepository requests;
    private final RequestSight sight;

    CollectorEntry(Scope scope, RequestRepository requests, RequestSight sight) {
        this.scope = scope;
        this.requests = requests;
        this.sight = sight;
    }

    /**
     * As it is sent.
     *
     * @param requests references such as {@code R-12}, or ids
     * @param days how long its token is good for
     */
    record Sent(
            @Nullable String name,
            @Nullable List<@Nullable String> controls,
            @Nullable List<@Nullable String> requests,
            @Nullable Integer days) {}

    record Asked(String name, Set<String> controls, Map<UUID, String> requests, Duration good) {}

    /**
     * What a person may have a script give: who leads the engagement at the client whatever may be asked for, a control
     * owner what he is asked for by name.
     */
    Asked read(Actor actor, EngagementId engagement, Sent sent) {
        List<Refusal> refusals = new ArrayList<>();
        String name = sent.name() == null ? "" : sent.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            refusals.add(new Refusal("name", "Name it in 1 to " + LONGEST_NAME + " characters in one line"));
        }
        Set<String> controls = new TreeSet<>(given(sent.controls()));
        Map<UUID, String> bound = requests(actor, engagement, given(sent.requests()), refusals);
        checkControls(engagement, controls, refusals);
        if (controls.isEmpty() && bound.isEmpty() && refusals.isEmpty()) {
            refusals.add(new Refusal("controls", "Name the controls or the requests that it gives evidence for"));
        }
        if (controls.size() + bound.size() > MOST) {
            refusals.add(new Refusal("controls", "Name at most " + MOST));
        }
        int days = Objects.requireNonNullElse(sent.days(), USUAL_DAYS);
        if (days < 1 || days > MOST_DAYS) {
            refusals.add(new Refusal("days", "Its token is good for 1 to " + MOST_DAYS + " days"));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        if (!controls.isEmpty() && !sight.leads(actor, engagement)) {
            throw new Forbidden("A collector for controls is made by those who lead the engagement at the client; you"
                    + " may make one for requests that are yours");
        }
        return new Asked(name, controls, bound, Duration.ofDays(days));
    }

    private static List<String> given(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    private void checkControls(EngagementId engagement, Set<String> controls, List<Refusal> refusals) {
        Set<String> known = scope.controls(engagement).stream()
                .map(ScopedControl::reference)
                .collect(Collectors.toSet());
        String unknown =
                controls.stream().filter(control -> !known.contains(control)).collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            refusals.add(new Refusal("controls", "Not in the scope: " + unknown));
        }
    }

    private Map<UUID, String> requests(
            Actor actor, EngagementId engagement, List<String> named, List<Refusal> refusals) {
        if (named.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> bound = new LinkedHashMap<>();
        List<EvidenceRequest> all = requests.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .filter(request -> mayBind(actor, request))
                .toList();
        for (String name : named) {
            List<EvidenceRequest> meant =
                    all.stream().filter(request -> isNamed(request, name)).toList();
            if (meant.isEmpty()) {
                refusals.add(new Refusal("requests", "There is no open request " + name + " that is yours to answer"));
            }
            meant.forEach(request -> bound.put(request.id(), request.reference()));
        }
        return bound;
    }

    private boolean mayBind(Actor actor, EvidenceRequest request) {
        return request.kind() != EvidenceKind.OBSERVATION
                && !request.state().isClosed()
                && sight.sees(actor, request)
                && (actor.id().equals(request.owner()) || sight.leads(actor, request.engagement()));
    }

    /** By its reference or its id. */
    static boolean isNamed(EvidenceRequest request, String name) {
        return request.reference().equals(name.toUpperCase(Locale.ROOT))
                || request.id().toString().equals(name.toLowerCase(Locale.ROOT));
    }
}
