package io.tickmark.processes;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;

/** Where a process stands and what it has been through, by the engine's own assertions. */
final class Standing {

    private final ProcessInstanceAssert found;

    Standing(ProcessEngine engine, ProcessInstance instance) {
        ProcessEngineTests.init(engine);
        found = ProcessEngineTests.assertThat(instance);
    }

    Standing isEnded() {
        found.isEnded();
        return this;
    }

    Standing isNotEnded() {
        found.isNotEnded();
        return this;
    }

    /** Each of the elements was left at least once. */
    Standing hasPassed(String... elements) {
        found.hasPassed(elements);
        return this;
    }

    Standing hasNotPassed(String... elements) {
        found.hasNotPassed(elements);
        return this;
    }
}
