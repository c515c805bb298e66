package io.tickmark.reporting;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class RecordPostIssue implements Step {

    private final PostIssue postIssue;

    RecordPostIssue(PostIssue postIssue) {
        this.postIssue = postIssue;
    }

    @Override
    public void run(StepContext context) {
        postIssue.readersTold(UUID.fromString(context.need(PostIssueProcess.FACTS_ID)));
    }
}
