package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The partner signs what the manager drafted. */
@Component
class SignLetterForFirm implements TaskRules {

    private final EngagementLetter letter;

    SignLetterForFirm(EngagementLetter letter) {
        this.letter = letter;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return letter.prefill(task.engagement());
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return letter.notAccepted(task.engagement());
    }
}
