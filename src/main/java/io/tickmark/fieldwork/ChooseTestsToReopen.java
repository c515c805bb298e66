package io.tickmark.fieldwork;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Offers the controls whose tests are closed; the form takes no other. */
@Component
class ChooseTestsToReopen implements TaskRules {

    private final Tests tests;
    private final EngagementFile file;

    ChooseTestsToReopen(Tests tests, EngagementFile file) {
        this.tests = tests;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = new LinkedHashMap<>();
        List<Map<String, String>> closed = tests.of(task.engagement()).stream()
                .filter(test -> test.state() == TestState.CLOSED)
                .map(test -> Map.of("label", test.control() + " " + test.title(), "value", test.control()))
                .toList();
        data.put("controlOptions", closed);
        file.latest(task.engagement(), "AnswerComments")
                .map(record -> record.answers().text("furtherWorkReason"))
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> data.put("furtherWorkReason", reason));
        return data;
    }
}
