package io.tickmark.engagement;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends what runs beside a withdrawn life cycle: each module that started something listens. */
@Component
class EndOpenWork implements Step {

    private final ApplicationEventPublisher events;

    EndOpenWork(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void run(StepContext context) {
        events.publishEvent(new EngagementWithdrawn(context.engagement()));
    }
}
