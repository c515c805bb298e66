package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.scoping.EngagementWords;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Would the report have read differently, had this been known? */
@Component
class AssessFacts implements TaskRules {

    private final PostIssue postIssue;
    private final EngagementWords words;

    AssessFacts(PostIssue postIssue, EngagementWords words) {
        this.postIssue = postIssue;
        this.words = words;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return subject(facts(task));
    }

    static TaskSubject subject(DiscoveredFacts facts) {
        return new TaskSubject(facts.id().toString(), "Facts found on " + facts.foundOn());
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        DiscoveredFacts.Answer facts = facts(task).answer();
        return Map.of(
                "publicReport",
                words.publicReportBeside(task.engagement()).isPresent(),
                "facts",
                Map.of(
                        "foundOn",
                        facts.foundOn(),
                        "reportedBy",
                        facts.reportedBy(),
                        "description",
                        facts.description()));
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        facts(task).assessed(answers.text("postIssueAction"));
    }

    private DiscoveredFacts facts(OpenTask task) {
        return postIssue.need(PostIssueProcess.factsOf(task));
    }
}
