package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadinessProcessTest {

    private final Walk walk = Walk.of("readiness");

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    void controlsAreAssessedAndTheRoadmapAgreed() {
        walk.start("readiness").complete("UserTask_ChooseReadiness", "readinessWay", "self-assessment");
        walk.complete("UserTask_AssessControls").complete("UserTask_AgreeRoadmap", "roadmapDecision", "agree");
        walk.then().isEnded().hasPassed("EndEvent_ReadinessKnown");
        assertThat(walk.steps()).containsExactly("recordGaps");
    }

    @Test
    void anAssessmentThatIsNotDoneEndsWithTheFile() {
        walk.start("readiness").complete("UserTask_ChooseReadiness", "readinessWay", "self-assessment");
        walk.message("Message_ReadinessEnded");
        walk.then().isEnded().hasPassed("EndEvent_ReadinessEnded");
    }

    @Test
    void readinessMayBeSkipped() {
        walk.start("readiness").complete("UserTask_ChooseReadiness", "readinessWay", "skip");
        walk.then().isEnded().hasPassed("EndEvent_ReadinessSkipped");
        assertThat(walk.steps()).isEmpty();
    }

    @Test
    void aReturnedRoadmapIsAssessedAgain() {
        walk.start("readiness").complete("UserTask_ChooseReadiness", "readinessWay", "self-assessment");
        walk.complete("UserTask_AssessControls").complete("UserTask_AgreeRoadmap", "roadmapDecision", "return");
        assertThat(walk.openElements()).containsExactly("UserTask_AssessControls");
    }
}
