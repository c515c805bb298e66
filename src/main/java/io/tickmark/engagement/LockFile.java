package io.tickmark.engagement;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Locks the file, of a withdrawn engagement too: in the name of whoever said last that it is complete. */
@Component
class LockFile implements Step {

    private final FileLock lock;
    private final EngagementFile file;
    private final Engagements engagements;
    private final ApplicationEventPublisher events;

    LockFile(FileLock lock, EngagementFile file, Engagements engagements, ApplicationEventPublisher events) {
        this.lock = lock;
        this.file = file;
        this.engagements = engagements;
        this.events = events;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        engagements.lock(engagement);
        if (lock.locked(engagement)) {
            return;
        }
        events.publishEvent(new FileClosing(engagement));
        Optional<TaskRecord> approval =
                file.latest(engagement, "ApproveLock").or(() -> file.latest(engagement, "AssembleWithdrawnFile"));
        Map<String, Object> facts = new LinkedHashMap<>();
        approval.ifPresent(record -> {
            facts.put("approvedBy", record.personName());
            facts.put("task", record.taskName());
        });
        PersonId by = approval.map(TaskRecord::person).orElse(null);
        lock.lock(engagement, by, facts);
    }
}
