package io.tickmark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.kernel.MovableClock;
import io.tickmark.workflow.Jobs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("database")
@TickmarkTest
class DemoClockTest {

    private static final String NAP = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="t">
              <process id="nap" name="Nap" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="Start"/>
                <sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Wait"/>
                <intermediateCatchEvent id="Wait">
                  <timerEventDefinition id="Timer"><timeDuration>P1D</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="Flow_2" sourceRef="Wait" targetRef="End"/>
                <endEvent id="End"/>
              </process>
            </definitions>
            """;

    @Autowired
    DemoClock demo;

    @Autowired
    MovableClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    ProcessEngine engine;

    private String bundle = "";

    @BeforeEach
    void aProcessThatWaitsForADay() {
        bundle = engine.getRepositoryService()
                .createDeployment()
                .addString("processes/nap.bpmn", NAP)
                .deploy()
                .getId();
    }

    @AfterEach
    void takeAway() {
        engine.getRepositoryService().deleteDeployment(bundle, true);
    }

    @Test
    void timersOnTheWayFire() {
        engine.getRuntimeService().startProcessInstanceByKey("nap");
        demo.moveTo(clock.instant().plus(Duration.ofDays(2)));

        assertThat(napping()).isZero();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void anEngineWhoseClockIsBehindIsTakenAlongAndFiresWhatIsDueForEverybodyElse() {
        jobs.stop();
        jobs.shiftClock(clock.offset().minusDays(2));
        engine.getRuntimeService().startProcessInstanceByKey("nap");

        demo.moveTo(clock.instant().plus(Duration.ofDays(1)));

        assertThat(napping()).isZero();
    }

    private long napping() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("nap")
                .count();
    }
}
