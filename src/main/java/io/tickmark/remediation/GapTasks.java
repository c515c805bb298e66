package io.tickmark.remediation;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.readiness.GapFacts;
import io.tickmark.readiness.Gaps;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskSubject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the tasks of one gap share: the gap itself, and what was answered about it before. */
@Component
class GapTasks {

    private final Gaps gaps;
    private final EngagementFile file;

    GapTasks(Gaps gaps, EngagementFile file) {
        this.gaps = gaps;
        this.file = file;
    }

    GapFacts gap(OpenTask task) {
        return gaps.get(UUID.fromString(task.need(RemediationProcess.GAP_ID)));
    }

    TaskSubject subject(OpenTask task) {
        GapFacts gap = gap(task);
        return new TaskSubject(gap.id().toString(), gap.label());
    }

    /** The newest answers about this gap to a task of the phrase. */
    Optional<TaskRecord> latest(OpenTask task, String phrase) {
        return file.latest(task.engagement(), phrase, task.need(RemediationProcess.GAP_ID));
    }

    /** The gap as forms show it, with its plan once there is one. */
    Map<String, Object> shown(OpenTask task) {
        GapFacts gap = gap(task);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gap", gap.row());
        if (!gap.plan().isEmpty()) {
            data.put("plan", gap.plan());
        }
        if (gap.due() != null) {
            data.put("fixDue", gap.due());
        }
        return data;
    }

    /** Refuses the person who did the named task on this gap. */
    List<Refusal> notBy(String phrase, OpenTask task, Actor actor, String field, String what) {
        return latest(task, phrase)
                .filter(done -> done.person().equals(actor.id()))
                .map(done -> List.of(
                        new Refusal(field, done.personName() + " " + what + ", so somebody else must decide on it")))
                .orElseGet(List::of);
    }
}
