package io.tickmark.scoping;

import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileClosing;
import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.TeamChanged;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.tasklist.HeldTasks;
import io.tickmark.tasklist.HeldTasks.Held;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who joins the audit side confirms independence for himself, at whatever time (AT-C 105); who leaves keeps nobody
 * waiting: his confirmation passes to somebody who joined, or is not asked any more.
 */
@Component
class AuditorsComeAndGo {

    private static final Set<String> ENDED = Set.of("declined", "withdrawn", "closed");

    private final HeldTasks tasks;
    private final Independence independence;
    private final JoiningProcess process;
    private final Engagements engagements;
    private final FileLock lock;

    AuditorsComeAndGo(
            HeldTasks tasks,
            Independence independence,
            JoiningProcess process,
            Engagements engagements,
            FileLock lock) {
        this.tasks = tasks;
        this.independence = independence;
        this.process = process;
        this.engagements = engagements;
        this.lock = lock;
    }

    // before the inbox takes from the leavers what is with them
    @EventListener
    @Order(0)
    void changed(TeamChanged event) {
        EngagementId engagement = event.engagement();
        boolean asked = asked(engagement, Independence.FIRST);
        boolean askedAgain = asked(engagement, Independence.AGAIN);
        Deque<PersonId> joined = new ArrayDeque<>(event.joined());
        for (Held spare : leftBehind(event)) {
            PersonId next = joined.poll();
            if (next == null) {
                tasks.dispense(engagement, spare, "left the team");
            } else {
                tasks.handTo(engagement, spare, next);
            }
        }
        if (asked && !hasEnded(engagement)) {
            joined.forEach(person -> process.auditorJoined(engagement, person, askedAgain));
        }
    }

    /** Nobody's work is left to be independent for. */
    @EventListener
    void fileCloses(FileClosing event) {
        end(event.engagement(), "the file was locked");
    }

    @EventListener
    void engagementEnds(EngagementWithdrawn event) {
        end(event.engagement(), "the engagement was withdrawn");
    }

    private void end(EngagementId engagement, String reason) {
        tasks.of(engagement, Independence.FIRST).forEach(task -> tasks.dispense(engagement, task, reason));
    }

    private List<Held> leftBehind(TeamChanged event) {
        List<Held> spare = new ArrayList<>(tasks.of(event.engagement(), Independence.AGAIN));
        spare.addAll(tasks.of(event.engagement(), Independence.FIRST));
        spare.removeIf(task -> task.holder() == null || event.auditors().contains(task.holder()));
        return spare;
    }

    private boolean asked(EngagementId engagement, String phrase) {
        return !tasks.of(engagement, phrase).isEmpty()
                || !independence.confirmations(engagement, phrase).isEmpty();
    }

    private boolean hasEnded(EngagementId engagement) {
        return lock.locked(engagement)
                || ENDED.contains(engagements.facts(engagement).phase());
    }
}
