package io.tickmark.tasklist;

import io.tickmark.engagement.EngagementAspect;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import org.springframework.stereotype.Component;

/** How many tasks of an engagement wait for somebody; a client's people are told of their own side's. */
@Component
class OpenTaskCount implements EngagementAspect {

    private final Inbox inbox;

    OpenTaskCount(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "openTasks";
    }

    @Override
    public Object of(EngagementId engagement, Actor actor) {
        return inbox.open(engagement, actor);
    }
}
