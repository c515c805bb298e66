package io.tickmark.reporting;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class RecordPostIssue implements Step {

    private final PostIssue postIssue;
    private final EarlierWork work;

    RecordPostIssue(PostIssue postIssue, EarlierWork work) {
        this.postIssue = postIssue;
        this.work = work;
    }

    @Override
    public void run(StepContext context) {
        String facts = context.need(PostIssueProcess.FACTS_ID);
        EarlierWork.inOrder(
                work.done(context.engagement(), facts, "AssessFacts"),
                work.done(context.engagement(), facts, "TellReaders"));
        postIssue.readersTold(UUID.fromString(facts));
    }
}
