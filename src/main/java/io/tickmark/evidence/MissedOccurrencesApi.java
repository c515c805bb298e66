package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The alarm where people begin their day: what was missed in the audits that they are on the team of. */
@RestController
class MissedOccurrencesApi {

    private final RequestRepository requests;
    private final MissedOccurrences missed;
    private final Engagements engagements;
    private final Team team;

    MissedOccurrencesApi(RequestRepository requests, MissedOccurrences missed, Engagements engagements, Team team) {
        this.requests = requests;
        this.missed = missed;
        this.engagements = engagements;
        this.team = team;
    }

    record Alarm(UUID engagement, String engagementTitle, List<MissedOccurrences.Missed> missed) {}

    /** One for each audit in which this person may know of something that was missed and has still not come. */
    @GetMapping("/api/missed-occurrences")
    @Transactional(readOnly = true)
    public Page<Alarm> list(Actor actor) {
        return Page.all(
                requests.missing(actor.client() == null ? null : actor.client().value()).stream()
                        .map(EngagementId::new)
                        .filter(id -> !team.roles(id, actor.id()).isEmpty())
                        .map(id -> new Alarm(id.value(), engagements.outline(id).title(), missed.of(id, actor)))
                        .filter(alarm -> !alarm.missed().isEmpty())
                        .toList());
    }
}
