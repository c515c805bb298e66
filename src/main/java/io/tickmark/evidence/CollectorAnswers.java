package io.tickmark.evidence;

import io.tickmark.identity.CollectorTokens;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns collectors into answers; however many they are, what belongs to them is looked up at once. */
@Component
class CollectorAnswers {

    private final CollectorTokens tokens;
    private final RequestRepository requests;
    private final RequestSight sight;
    private final People people;

    CollectorAnswers(CollectorTokens tokens, RequestRepository requests, RequestSight sight, People people) {
        this.tokens = tokens;
        this.requests = requests;
        this.sight = sight;
        this.people = people;
    }

    /** Those of one engagement, as far as the reader may know what they are bound to. */
    List<CollectorAnswer> of(Actor reader, EngagementId engagement, Collection<Collector> collectors) {
        Map<UUID, CollectorTokens.State> states =
                tokens.states(collectors.stream().map(Collector::id).toList());
        Set<UUID> bound =
                collectors.stream().flatMap(c -> c.requests().stream()).collect(Collectors.toSet());
        Map<UUID, String> references =
                bound.isEmpty() ? Map.of() : references(bound, sight.hidden(reader, engagement, bound));
        Map<PersonId, Actor> makers = people.persons(
                collectors.stream().map(Collector::madeBy).distinct().toList());
        return collectors.stream()
                .map(collector -> answer(
                        collector,
                        Objects.requireNonNull(states.get(collector.id())),
                        references,
                        makers.get(collector.madeBy())))
                .toList();
    }

    private Map<UUID, String> references(Set<UUID> bound, Set<UUID> hidden) {
        return requests.findByIdIn(bound).stream()
                .collect(Collectors.toMap(
                        EvidenceRequest::id,
                        request -> hidden.contains(request.id()) ? Finding.CONFIDENTIAL : request.reference()));
    }

    private CollectorAnswer answer(
            Collector collector, CollectorTokens.State state, Map<UUID, String> references, @Nullable Actor maker) {
        String word = state.revoked() != null ? "revoked" : tokens.isOver(state) ? "expired" : "active";
        return new CollectorAnswer(
                collector.id(),
                collector.name(),
                collector.controls(),
                collector.requests().stream()
                        .map(references::get)
                        .filter(Objects::nonNull)
                        .toList(),
                word,
                maker == null ? null : maker.username(),
                state.made(),
                state.expires(),
                state.lastUsed());
    }
}
