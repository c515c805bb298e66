package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemediationProcessTest {

    private final Walk walk = Walk.of("remediation");

    @AfterEach
    void end() {
        walk.close();
    }

    private void aGap(String way) {
        walk.start("remediation", "gapId", "gap-1")
                .complete("UserTask_PlanRemediation", "remediationWay", way, "fixDue", "2026-03-01");
    }

    @Test
    void aGapIsFixedRetestedAndClosed() {
        aGap("fix");
        assertThat(walk.open("UserTask_FixGap").get(0).getDueDate()).isEqualTo("2026-03-01");
        walk.complete("UserTask_FixGap").complete("UserTask_RetestGap", "retestDecision", "closed");
        walk.then().isEnded().hasPassed("EndEvent_GapClosed");
        assertThat(walk.steps()).containsExactly("closeGap");
    }

    @Test
    void aReopenedGapGoesBackToItsOwner() {
        aGap("fix");
        walk.complete("UserTask_FixGap").complete("UserTask_RetestGap", "retestDecision", "reopen");
        assertThat(walk.openElements()).containsExactly("UserTask_FixGap");
    }

    @Test
    void anAcceptedRiskClosesTheGapWithoutAFix() {
        aGap("accept-risk");
        walk.complete("UserTask_AcceptRisk", "riskDecision", "accept");
        walk.then().isEnded().hasNotPassed("UserTask_FixGap");
        assertThat(walk.steps()).containsExactly("closeGap");
    }

    @Test
    void aRefusedRiskIsPlannedAgain() {
        aGap("accept-risk");
        walk.complete("UserTask_AcceptRisk", "riskDecision", "refuse");
        assertThat(walk.openElements()).containsExactly("UserTask_PlanRemediation");
    }

    @Test
    void aWithdrawnGapEnds() {
        aGap("fix");
        walk.message("Message_GapWithdrawn");
        walk.then().isEnded().hasPassed("EndEvent_GapWithdrawn");
    }
}
