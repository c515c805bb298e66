package io.tickmark.reporting;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.workflow.PreparedStep;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.StepFacts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class RecordPostIssue implements PreparedStep<List<PrintedReport>> {

    private final PostIssue postIssue;
    private final EarlierWork work;
    private final Printing printing;

    RecordPostIssue(PostIssue postIssue, EarlierWork work, Printing printing) {
        this.postIssue = postIssue;
        this.work = work;
        this.printing = printing;
    }

    private UUID facts(StepFacts facts) {
        String id = facts.need(PostIssueProcess.FACTS_ID);
        EarlierWork.inOrder(
                work.done(facts.engagement(), id, "AssessFacts"), work.done(facts.engagement(), id, "TellReaders"));
        return UUID.fromString(id);
    }

    /** The revised report; none where it is recalled. */
    @Override
    public List<PrintedReport> prepare(StepFacts facts) {
        return printing.print(facts.engagement(), () -> postIssue.texts(facts(facts)));
    }

    @Override
    public void run(StepContext context, List<PrintedReport> printed) {
        UUID facts = facts(context);
        Printing.check(printed, postIssue.texts(facts));
        postIssue.readersTold(facts, printed);
    }

    @Override
    public void release(List<PrintedReport> printed) {
        printing.release(printed);
    }
}
