package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTestProcessTest {

    private final Walk walk = Walk.of("control-test");

    @AfterEach
    void end() {
        walk.close();
    }

    private void aTestConcluding(String conclusion) {
        walk.start("control-test", "controlTestId", "test-1")
                .complete("UserTask_TestControl", "conclusion", conclusion);
    }

    @Test
    void aTestIsDoneReviewedAndClosed() {
        aTestConcluding("effective");
        walk.complete("UserTask_ReviewWorkpaper", "reviewDecision", "approve");
        walk.then().isEnded().hasPassed("EndEvent_TestClosed");
        assertThat(walk.steps()).containsExactly("closeTest");
    }

    @Test
    void aReturnedWorkpaperIsTestedAgain() {
        aTestConcluding("effective");
        walk.complete("UserTask_ReviewWorkpaper", "reviewDecision", "return");
        assertThat(walk.openElements()).containsExactly("UserTask_TestControl");
    }

    @Test
    void aDeviationIsEvaluatedAndAnswered() {
        aTestConcluding("deviation");
        walk.complete("UserTask_ReviewWorkpaper", "reviewDecision", "approve");
        walk.complete("UserTask_EvaluateDeviation").complete("UserTask_RespondToDeviation");
        walk.then().isEnded().hasPassed("EndEvent_TestClosed");
    }

    @Test
    void aWithdrawnTestEnds() {
        aTestConcluding("effective");
        walk.message("Message_TestWithdrawn");
        walk.then().isEnded().hasPassed("EndEvent_TestWithdrawn");
    }
}
