package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Trail;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stops an engagement as a whole: suspended, resumed, withdrawn, each with its reason. It asks no rights. */
@Service
@Transactional
class Interruptions {

    private final EngagementRepository engagements;
    private final EngagementProcess process;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Interruptions(
            EngagementRepository engagements,
            EngagementProcess process,
            Trail trail,
            ApplicationEventPublisher events) {
        this.engagements = engagements;
        this.process = process;
        this.trail = trail;
        this.events = events;
    }

    void suspend(Actor by, EngagementId id, String reason) {
        Engagement engagement = running(id);
        if (engagement.isSuspended()) {
            throw new Conflict("The engagement is suspended already");
        }
        engagement.suspend();
        process.suspend(id);
        events.publishEvent(new EngagementSuspended(id, true));
        trail.record(id, "engagement-suspended", by, Map.of("reason", reason));
    }

    void resume(Actor by, EngagementId id, String reason) {
        Engagement engagement = find(id);
        if (!engagement.isSuspended()) {
            throw new Conflict("The engagement is not suspended");
        }
        goOn(engagement, id);
        trail.record(id, "engagement-resumed", by, Map.of("reason", reason));
    }

    void withdraw(Actor by, EngagementId id, String reason) {
        Engagement engagement = running(id);
        if (engagement.isSuspended()) {
            goOn(engagement, id);
        }
        trail.record(id, "engagement-withdrawn", by, Map.of("reason", reason));
        process.withdraw(id);
    }

    private void goOn(Engagement engagement, EngagementId id) {
        engagement.resume();
        process.resume(id);
        events.publishEvent(new EngagementSuspended(id, false));
    }

    private Engagement running(EngagementId id) {
        Engagement engagement = find(id);
        if (engagement.hasEnded() || engagement.isWithdrawn()) {
            throw new Conflict("The engagement has ended: it is " + engagement.phase());
        }
        return engagement;
    }

    private Engagement find(EngagementId id) {
        return engagements.findById(id.value()).orElseThrow(() -> new NotFound("There is no engagement " + id));
    }
}
