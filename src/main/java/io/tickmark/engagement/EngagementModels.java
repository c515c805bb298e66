package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Trail;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The models that an engagement runs on. */
@Component
public class EngagementModels {

    private final EngagementRepository engagements;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    EngagementModels(EngagementRepository engagements, Trail trail, ApplicationEventPublisher events) {
        this.engagements = engagements;
        this.trail = trail;
        this.events = events;
    }

    /** Goes on with the models of another bundle, to which what runs of the engagement has been moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void continueOn(Actor by, EngagementId id, String bundle, Map<String, ?> facts) {
        engagements
                .findById(id.value())
                .orElseThrow(() -> new NotFound("There is no engagement " + id))
                .runsOn(bundle);
        trail.record(id, "models-changed", by, facts);
        events.publishEvent(new ModelsChanged(id));
    }
}
