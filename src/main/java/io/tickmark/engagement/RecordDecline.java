package io.tickmark.engagement;

import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class RecordDecline implements Step {

    private final Trail trail;

    RecordDecline(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void run(StepContext context) {
        trail.record(context.engagement(), "engagement-declined", null, Map.of());
    }
}
