package io.tickmark.engagement;

import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Locks the file, of a withdrawn engagement too: in the name of whoever said last that it is complete. */
@Component
class LockFile implements Step {

    private final FileLock lock;
    private final EarlierWork work;
    private final Engagements engagements;
    private final ApplicationEventPublisher events;

    LockFile(FileLock lock, EarlierWork work, Engagements engagements, ApplicationEventPublisher events) {
        this.lock = lock;
        this.work = work;
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
        TaskRecord approval = engagements.facts(engagement).phase().equals("withdrawn")
                ? work.done(engagement, "", "AssembleWithdrawnFile")
                : approved(engagement);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("approvedBy", approval.personName());
        facts.put("task", approval.taskName());
        lock.lock(engagement, approval.person(), facts);
    }

    private TaskRecord approved(EngagementId engagement) {
        TaskRecord approval = work.done(engagement, "", "ApproveLock");
        EarlierWork.inOrder(work.done(engagement, "", "AssembleFile"), approval);
        return approval;
    }
}
