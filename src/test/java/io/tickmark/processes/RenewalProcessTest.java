package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewalProcessTest {

    private final Walk walk = Walk.of("renewal");
    private boolean atOneDate;

    @AfterEach
    void end() {
        walk.close();
    }

    private void theClientDecides(String decision) {
        walk.start("renewal", "atOneDate", atOneDate, "periodOver", new Date())
                .complete("UserTask_DecideRenewal", "renewalDecision", decision);
    }

    @Test
    void nextYearIsPlannedAndTheBridgeLetterDecidedWhenThePeriodIsOver() {
        theClientDecides("continue");
        walk.complete("UserTask_ConfirmContinuance", "continuanceDecision", "continue");
        walk.complete("UserTask_PlanNextPeriod");
        assertThat(walk.steps()).containsExactly("openNextEngagement");
        walk.timer("IntermediateCatchEvent_PeriodOver").complete("UserTask_DecideBridgeLetter");
        walk.then().isEnded().hasPassed("EndEvent_NextYearWaiting");
    }

    @Test
    void aReportAtOneDateIsBridgedByNoLetter() {
        atOneDate = true;
        theClientDecides("continue");
        walk.complete("UserTask_ConfirmContinuance", "continuanceDecision", "continue");
        walk.complete("UserTask_PlanNextPeriod");
        walk.then().isEnded().hasPassed("EndEvent_NextYearWaiting").hasNotPassed("UserTask_DecideBridgeLetter");
    }

    @Test
    void aClientMayStop() {
        theClientDecides("stop");
        walk.then().isEnded().hasPassed("EndEvent_NotRenewed");
    }

    @Test
    void aClientMayGoToAnotherFirm() {
        theClientDecides("successor");
        walk.then().isEnded().hasPassed("EndEvent_NotRenewed");
    }

    @Test
    void theFirmMayDecline() {
        theClientDecides("continue");
        walk.complete("UserTask_ConfirmContinuance", "continuanceDecision", "decline");
        walk.then().isEnded().hasPassed("EndEvent_NotContinued");
    }
}
