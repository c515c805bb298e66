package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The readers known from the hand-over are told. */
@Component
class TellReaders implements TaskRules {

    private final PostIssue postIssue;
    private final EngagementFile file;
    private final FactsForIssue facts;

    TellReaders(PostIssue postIssue, EngagementFile file, FactsForIssue facts) {
        this.postIssue = postIssue;
        this.file = file;
        this.facts = facts;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return AssessFacts.subject(postIssue.need(PostIssueProcess.factsOf(task)));
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        String found = PostIssueProcess.factsOf(task).toString();
        Map<String, Object> data = new LinkedHashMap<>();
        data.putAll(EarlierAnswers.keep(file.latest(engagement, "AssessFacts", found), List.of("postIssueReason")));
        data.putAll(EarlierAnswers.keep(file.latest(engagement, "DistributeReport"), List.of("recipients")));
        data.put("toldOn", facts.today());
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate today = facts.today();
        LocalDate told = answers.needDate("toldOn");
        LocalDate found = postIssue.need(PostIssueProcess.factsOf(task)).foundOn();
        if (told.isAfter(today)) {
            return List.of(new Refusal("toldOn", "Record it once it is done: " + today + " at the latest"));
        }
        return told.isBefore(found)
                ? List.of(new Refusal("toldOn", "The facts were found on " + found + ": that day at the earliest"))
                : List.of();
    }
}
