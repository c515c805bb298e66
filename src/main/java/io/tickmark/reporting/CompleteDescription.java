package io.tickmark.reporting;

import io.tickmark.description.SystemDescription;
import io.tickmark.kernel.Actor;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The description as it was written last, for the client to bring up to the period's end (DC 200). What it still lacks
 * is shown and holds nobody back: it is management's own, and what is wrong with it goes into the opinion.
 */
@Component
class CompleteDescription implements TaskRules {

    private final SystemDescription description;

    CompleteDescription(SystemDescription description) {
        this.description = description;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = new LinkedHashMap<>(description.proposed(task.engagement()));
        List<String> open = description.sharedComments(task.engagement()).stream()
                .map(section -> "An auditor's comment is not resolved: " + section)
                .toList();
        String left = String.join(
                "\n",
                Stream.concat(open.stream(), description.missing(task.engagement()).stream())
                        .toList());
        if (!left.isEmpty()) {
            data.put("descriptionLacks", left);
        }
        return data;
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        description.completed(task.engagement(), task.phrase(), actor, answers);
    }
}
