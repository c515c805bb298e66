package io.tickmark.milestones;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.ManyEngagements;
import io.tickmark.engagement.Roles;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.web.HomePart;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audits on whose teams a person is, those in trouble first: how each stands, what comes next, what is at risk. */
@Component
class AuditsAtHome implements HomePart {

    /** Worst first. */
    private static final List<String> TROUBLE = List.of("red", "amber", "green");

    private static final List<String> LEADS = List.of(Roles.PROJECT_MANAGER, Roles.MANAGER, Roles.PARTNER);

    private final ManyEngagements engagements;
    private final Outlooks outlooks;

    AuditsAtHome(ManyEngagements engagements, Outlooks outlooks) {
        this.engagements = engagements;
        this.outlooks = outlooks;
    }

    record Audit(
            UUID id,
            String title,
            String phase,
            String health,
            @Nullable LocalDate neededBy,
            Outlook.@Nullable Next next,
            Outlook.@Nullable Risk risk) {}

    /** @param leads whether the reader leads audits, so that how they stand comes before his own tasks */
    record Told(boolean leads, List<Audit> items) {}

    @Override
    public String name() {
        return "audits";
    }

    @Override
    public Object of(Actor actor) {
        List<EngagementFacts> mine = engagements.ofTeam(actor);
        Map<EngagementId, Outlook> all = outlooks.of(mine);
        List<Audit> audits = mine.stream()
                .map(engagement -> audit(engagement, Objects.requireNonNull(all.get(engagement.id()))))
                .sorted(Comparator.comparingInt(audit -> TROUBLE.indexOf(audit.health())))
                .toList();
        return new Told(LEADS.stream().anyMatch(actor::may), audits);
    }

    private static Audit audit(EngagementFacts engagement, Outlook outlook) {
        return new Audit(
                engagement.id().value(),
                engagement.title(),
                engagement.phase(),
                outlook.health(),
                engagement.neededBy(),
                outlook.next(),
                outlook.risk());
    }
}
