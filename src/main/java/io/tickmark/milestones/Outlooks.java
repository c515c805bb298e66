package io.tickmark.milestones;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Practice;
import io.tickmark.kernel.EngagementId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many engagements stand at once. */
@Component
@Transactional(readOnly = true)
public class Outlooks {

    private final MilestoneRepository milestones;
    private final Schedule schedule;
    private final FirmHistory history;
    private final WorkingDays calendar;
    private final Practice practice;
    private final Clock clock;

    Outlooks(
            MilestoneRepository milestones,
            Schedule schedule,
            FirmHistory history,
            WorkingDays calendar,
            Practice practice,
            Clock clock) {
        this.milestones = milestones;
        this.schedule = schedule;
        this.history = history;
        this.calendar = calendar;
        this.practice = practice;
        this.clock = clock;
    }

    /** Of these engagements with their reports, in their order; two statements however many they are. Asks no rights. */
    public Map<EngagementId, Outlook> of(Collection<EngagementFacts> engagements) {
        Map<EngagementId, Outlook> outlooks = new LinkedHashMap<>();
        if (engagements.isEmpty()) {
            return outlooks;
        }
        Map<UUID, List<Milestone>> all =
                milestones
                        .findByEngagementIdInOrderByPosition(
                                engagements.stream().map(e -> e.id().value()).toList())
                        .stream()
                        .collect(groupingBy(Milestone::engagement));
        Map<String, Integer> medians = history.medians();
        LocalDate today = LocalDate.now(clock);
        for (EngagementFacts engagement : engagements) {
            List<Milestone> own = all.getOrDefault(engagement.id().value(), List.of());
            outlooks.put(
                    engagement.id(),
                    Outlook.of(
                            engagement,
                            schedule.dated(own, engagement, medians, today),
                            calendar,
                            practice.toleranceDays(),
                            today));
        }
        return outlooks;
    }
}
