package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Where a process stands and what it has been through, as the engine's history tells. */
final class Standing {

    private final HistoryService history;
    private final String instance;

    Standing(ProcessEngine engine, ProcessInstance instance) {
        this.history = engine.getHistoryService();
        this.instance = instance.getId();
    }

    Standing isEnded() {
        assertThat(ended()).as("the process has ended").isTrue();
        return this;
    }

    Standing isNotEnded() {
        assertThat(ended()).as("the process has ended").isFalse();
        return this;
    }

    /** Each of the elements was left at least once. */
    Standing hasPassed(String... elements) {
        assertThat(passed()).contains(elements);
        return this;
    }

    Standing hasNotPassed(String... elements) {
        assertThat(passed()).doesNotContain(elements);
        return this;
    }

    private boolean ended() {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count()
                == 1;
    }

    private List<String> passed() {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
