package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.ControlTestProcess.CONTROL_TEST_ID;

import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.UUID;

/** A task about one control test. */
abstract class OnTest implements TaskRules {

    protected final Tests tests;

    OnTest(Tests tests) {
        this.tests = tests;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        ControlTest test = test(task);
        return new TaskSubject(test.id().toString(), test.label());
    }

    protected ControlTest test(OpenTask task) {
        return tests.need(UUID.fromString(task.need(CONTROL_TEST_ID)));
    }

    protected ControlTestFacts facts(OpenTask task) {
        return tests.get(UUID.fromString(task.need(CONTROL_TEST_ID)));
    }
}
