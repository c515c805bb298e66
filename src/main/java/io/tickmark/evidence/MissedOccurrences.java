package io.tickmark.evidence;

import io.tickmark.engagement.EngagementAspect;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The alarm on an engagement: windows of recurring evidence that are over and for which nothing has come yet. */
@Component
class MissedOccurrences implements EngagementAspect {

    private final RequestRepository requests;
    private final RequestSight sight;

    MissedOccurrences(RequestRepository requests, RequestSight sight) {
        this.requests = requests;
        this.sight = sight;
    }

    /** @param since the day on which it was seen that nothing came */
    record Missed(
            UUID request,
            String reference,
            String title,
            List<String> controls,
            @Nullable String location,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            @Nullable LocalDate since) {}

    @Override
    public String name() {
        return "missedOccurrences";
    }

    /** Until they are given; a request that is not this person's to see is not among them. */
    @Override
    public List<Missed> of(EngagementId engagement, Actor actor) {
        return sight.view(actor, engagement)
                .map(view -> requests.findByEngagementIdAndMissedOnNotNullOrderByNumber(engagement.value()).stream()
                        .filter(request -> request.state().isWithOwner() && view.sees(request))
                        .map(MissedOccurrences::missed)
                        .toList())
                .orElse(List.of());
    }

    private static Missed missed(EvidenceRequest request) {
        RequestFacts facts = request.facts();
        return new Missed(
                facts.id(),
                facts.reference(),
                facts.title(),
                facts.controls(),
                request.location(),
                facts.coversFrom(),
                facts.coversTo(),
                request.missedOn());
    }
}
