package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopingProcessTest {

    private final Walk walk = Walk.of("scoping");

    @BeforeEach
    void begin() {
        walk.when("countAuditors", step -> step.setVariable("auditorCount", 3)).start("scoping");
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private void accept() {
        walk.complete(
                "UserTask_DescribeNeed", "financialReporting", "no", "readers", "customers", "timeFrame", "period");
        walk.complete("UserTask_ConfirmReports").complete("UserTask_ConfirmLicence");
        walk.complete("UserTask_ConfirmIndependence");
        walk.complete("UserTask_AcceptEngagement", "acceptanceDecision", "accept");
    }

    private void describe() {
        walk.complete(List.of(
                "UserTask_DraftEngagementLetter",
                "UserTask_SignLetterForFirm",
                "UserTask_SignLetterForClient",
                "UserTask_HoldKickoff"));
        walk.complete("UserTask_RecordInventory").complete("UserTask_DescribeSystem");
    }

    private void scope(String decision) {
        walk.complete(List.of("UserTask_DefineScope", "UserTask_GiveAssertion", "UserTask_PlanMilestones"));
        walk.complete("UserTask_ApproveScope", "scopeDecision", decision);
    }

    @Test
    void theScopeIsAgreedAndFrozen() {
        accept();
        describe();
        scope("approve");
        walk.then().isEnded().hasPassed("EndEvent_ScopeFrozen");
        assertThat(walk.steps()).containsExactly("countAuditors", "freezeScope");
    }

    @Test
    void theNeedLeadsToAProposedReport() {
        accept();
        assertThat(walk.variable("proposedReport")).isEqualTo("SOC2_TYPE_II");
    }

    @Test
    void eachAuditorConfirmsIndependenceBeforeAcceptance() {
        walk.complete("UserTask_DescribeNeed").complete("UserTask_ConfirmReports");
        walk.complete("UserTask_ConfirmLicence");
        assertThat(walk.openElements())
                .containsExactly(
                        "UserTask_ConfirmIndependence", "UserTask_ConfirmIndependence", "UserTask_ConfirmIndependence");
    }

    @Test
    void systemAndInventoryAreDescribedSideBySide() {
        accept();
        walk.complete(List.of(
                "UserTask_DraftEngagementLetter",
                "UserTask_SignLetterForFirm",
                "UserTask_SignLetterForClient",
                "UserTask_HoldKickoff"));
        assertThat(walk.openElements()).containsExactly("UserTask_DescribeSystem", "UserTask_RecordInventory");
    }

    @Test
    void aDeclinedEngagementEndsBeforeTheLetter() {
        walk.complete("UserTask_DescribeNeed").complete("UserTask_ConfirmReports");
        walk.complete("UserTask_ConfirmLicence").complete("UserTask_ConfirmIndependence");
        walk.complete("UserTask_AcceptEngagement", "acceptanceDecision", "decline");
        walk.then().isEnded().hasPassed("EndEvent_EngagementNotAccepted");
    }

    @Test
    void aReturnedScopeIsDefinedAgain() {
        accept();
        describe();
        scope("return");
        assertThat(walk.openElements()).containsExactly("UserTask_DefineScope");
        scope("approve");
        walk.then().isEnded();
    }
}
