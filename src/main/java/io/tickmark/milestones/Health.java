package io.tickmark.milestones;

import io.tickmark.engagement.EngagementAspect;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.milestones.Milestones.Dated;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an engagement stands against its plan: {@code red} when something will be late by more working days than the firm tolerates or the
 * report misses its needed-by date, {@code amber} when something is late, else {@code green}.
 */
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
        EngagementFacts engagement = engagements.facts(id);
        List<Dated> open = milestones.dated(id).stream()
                .filter(milestone -> milestone.actual() == null)
                .toList();
        boolean tooLate = open.stream().anyMatch(m -> late(m.planned(), m.forecast()) > practice.toleranceDays());
        boolean missed = open.stream()
                .filter(m -> m.name().equals("Report issued"))
                .anyMatch(m -> late(engagement.neededBy(), m.forecast()) > 0);
        boolean late = open.stream().anyMatch(m -> late(m.planned(), LocalDate.now(clock)) > 0);
        return tooLate || missed ? "red" : late ? "amber" : "green";
    }

    private int late(@Nullable LocalDate due, @Nullable LocalDate expected) {
        return due == null || expected == null ? 0 : calendar.between(due, expected);
    }
}
