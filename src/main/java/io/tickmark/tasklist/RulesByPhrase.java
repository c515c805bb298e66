package io.tickmark.tasklist;

import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Finds the rules of a task by its phrase; a task without rules of its own has the empty ones. */
@Component
class RulesByPhrase {

    private static final TaskRules NONE = new TaskRules() {};

    private final SingletonSupplier<Map<String, TaskRules>> rules;

    RulesByPhrase(ObjectProvider<TaskRules> all) {
        this.rules = SingletonSupplier.of(() -> all.stream()
                .collect(Collectors.toMap(rule -> ClassUtils.getUserClass(rule).getSimpleName(), Function.identity())));
    }

    TaskRules of(OpenTask task) {
        return rules.obtain().getOrDefault(task.phrase(), NONE);
    }
}
