package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("database")
@TickmarkTest
@ExtendWith(OutputCaptureExtension.class)
class RunningModelsTest {

    private static final String OLD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="t">
              <process id="old-times" name="Old times" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="Start"/>
                <sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Wait"/>
                <intermediateCatchEvent id="Wait">
                  <timerEventDefinition id="Timer"><timeDuration>P900D</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="Flow_2" sourceRef="Wait" targetRef="End"/>
                <endEvent id="End"/>
              </process>
            </definitions>
            """;

    private final RunningModels running;
    private final ProcessEngine engine;
    private String bundle = "";

    RunningModelsTest(@Autowired RunningModels running, @Autowired ProcessEngine engine) {
        this.running = running;
        this.engine = engine;
    }

    @AfterEach
    void takeAway() {
        engine.getRepositoryService().deleteDeployment(bundle, true);
    }

    @Test
    void anOldVersionThatStillRunsIsToldInPlainWordsAndGoesOn(CapturedOutput output) {
        bundle = engine.getRepositoryService()
                .createDeployment()
                .name("Release of old times")
                .addString("processes/old-times.bpmn", OLD)
                .deploy()
                .getId();
        running.check();
        assertThat(output.getOut()).doesNotContain("Release of old times, on which");

        String audit = engine.getRuntimeService()
                .startProcessInstanceByKey("old-times", UUID.randomUUID().toString())
                .getId();
        running.check();

        assertThat(output.getOut().lines().filter(line -> line.contains("ERROR")))
                .anyMatch(line -> line.contains("Release of old times, on which 1 processes run:"
                        + " processes/old-times.bpmn, old-times: The process keeps no seven years"));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(audit)
                        .count())
                .isEqualTo(1);
    }
}
