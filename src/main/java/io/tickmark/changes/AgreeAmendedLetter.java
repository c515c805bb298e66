package io.tickmark.changes;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The client signs the letter with the amendment that the partner approved. */
@Component
class AgreeAmendedLetter implements TaskRules {

    private final ChangeForm form;

    AgreeAmendedLetter(ChangeForm form) {
        this.form = form;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return form.subject(task);
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return form.change(task).state() == ChangeState.APPROVED
                ? List.of()
                : List.of(new Refusal("signature", "The partner has not approved this change"));
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        ChangeRequest change = form.change(task);
        return Map.of("change", form.words(change), "letterText", form.letter(change));
    }
}
