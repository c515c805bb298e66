package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What last year's audit got for the same control, for whoever may see it there. */
@RestController
class EarlierRequestsApi {

    private static final int MOST = 3;
    private static final int MOST_CONTROLS = 5;

    private final RequestRepository requests;
    private final RequestSight sight;
    private final RequestAnswers answers;
    private final Engagements engagements;

    EarlierRequestsApi(
            RequestRepository requests, RequestSight sight, RequestAnswers answers, Engagements engagements) {
        this.requests = requests;
        this.sight = sight;
        this.answers = answers;
        this.engagements = engagements;
    }

    /** Accepted requests of the same kind for the same controls, the one with the same title first; none in a first year. */
    @GetMapping("/api/requests/{id}/earlier")
    Page<RequestAnswer> earlier(Actor actor, @PathVariable UUID id) {
        EvidenceRequest request = requests.findById(id)
                .filter(r -> sight.sees(actor, r))
                .orElseThrow(() -> new NotFound("There is no request " + id));
        EngagementId previous = engagements.facts(request.engagement()).previous();
        if (previous == null) {
            return Page.all(List.of());
        }
        List<EvidenceRequest> alike =
                sight.view(actor, previous).map(view -> alike(request, view)).orElse(List.of());
        return Page.all(answers.of(alike, actor, List.of()));
    }

    private List<EvidenceRequest> alike(EvidenceRequest request, RequestSight.View view) {
        return request.controls().stream()
                .limit(MOST_CONTROLS)
                .flatMap(control -> requests.ofControl(view.engagement().value(), control).stream())
                .distinct()
                .filter(other -> other.kind() == request.kind() && other.state() == RequestState.ACCEPTED)
                .filter(view::sees)
                .sorted(Comparator.comparing(other -> !other.title().equals(request.title())))
                .limit(MOST)
                .toList();
    }
}
