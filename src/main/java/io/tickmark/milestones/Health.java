package io.tickmark.milestones;

import io.tickmark.engagement.EngagementAspect;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The one word of an engagement's {@link Outlook}. */
@Component
class Health implements EngagementAspect {

    private final Milestones milestones;
    private final Engagements engagements;
    private final WorkingDays calendar;
    private final Practice practice;
    private final Clock clock;

    Health(Milestones milestones, Engagements engagements, WorkingDays calendar, Practice practice, Clock clock) {
        this.milestones = milestones;
        this.engagements = engagements;
        this.calendar = calendar;
        this.practice = practice;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Object of(EngagementId id, Actor actor) {
        return Outlook.of(
                        engagements.facts(id),
                        milestones.dated(id),
                        calendar,
                        practice.toleranceDays(),
                        LocalDate.now(clock))
                .health();
    }
}
