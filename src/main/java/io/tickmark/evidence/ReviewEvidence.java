package io.tickmark.evidence;

import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The auditor accepts the evidence, or returns it with a reason; never what the same person provided. */
@Component
class ReviewEvidence implements TaskRules {

    private final RequestTasks tasks;
    private final ReviewedEvidence evidence;
    private final RequestProgress progress;

    ReviewEvidence(RequestTasks tasks, ReviewedEvidence evidence, RequestProgress progress) {
        this.tasks = tasks;
        this.evidence = evidence;
        this.progress = progress;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return evidence.shown(task);
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        Optional<TaskRecord> own = tasks.said(task, "ProvideEvidence")
                .filter(record -> record.person().equals(actor.id()));
        boolean uploaded = tasks.given(task).stream().anyMatch(d -> actor.id().equals(d.uploadedBy()));
        if (own.isPresent() || uploaded) {
            return List.of(new Refusal(
                    "evidenceDecision", actor.name() + " provided this evidence, so somebody else has to review it"));
        }
        boolean none = notAccepted(answers)
                .containsAll(tasks.given(task).stream().map(Document::id).toList());
        return answers.text("evidenceDecision").equals("accept") && none
                ? List.of(new Refusal(
                        "filesNotAccepted",
                        "A request is accepted for one file at least; return it where none is good"))
                : List.of();
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        UUID request = RequestTasks.id(task);
        Set<UUID> notAccepted = notAccepted(answers);
        if (answers.text("evidenceDecision").equals("return")) {
            progress.returnToOwner(
                    request, actor, answers.text("returnReason"), answers.text("returnNote"), notAccepted);
        } else if (!notAccepted.isEmpty()) {
            progress.leaveOut(request, actor, notAccepted);
        }
    }

    /** The form offers the files given and nothing else. */
    private static Set<UUID> notAccepted(Answers answers) {
        return answers.chosen("filesNotAccepted").stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}
