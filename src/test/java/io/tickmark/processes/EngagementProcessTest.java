package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The called processes are stand-ins of one task each, {@code in-scoping} and so on, so that the life cycle itself shows. */
class EngagementProcessTest {

    private final Walk walk = Walk.of("engagement", "scoping", "readiness", "fieldwork", "reporting", "renewal");
    private boolean gapsOpen;
    private boolean atOneDate;

    @BeforeEach
    void begin() {
        walk.when("planCalendar", step -> {
            for (String date : new String[] {"periodStart", "periodEnd", "periodOver", "renewalDate"}) {
                step.setVariable(date, new Date());
            }
            step.setVariable("atOneDate", atOneDate);
        });
        walk.when("startRemediations", step -> step.setVariable("gapsOpen", gapsOpen));
        walk.start("engagement", "furtherWork", "no", "qualityReviewNeeded", "no");
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private void untilScopeIsFrozen() {
        walk.complete("UserTask_PrepareProposal").complete("UserTask_DecideProposal", "proposalDecision", "accept");
        walk.complete("in-scoping", "acceptanceDecision", "accept", "qualityReviewNeeded", "yes");
    }

    private void fieldwork() {
        walk.complete(
                "in-fieldwork",
                "sufficiency",
                "sufficient",
                "materiality",
                "not-material",
                "pervasiveness",
                "not-pervasive");
    }

    @Test
    void anEngagementGoesFromProposalToALockedFile() {
        untilScopeIsFrozen();
        walk.complete("in-readiness").timer("IntermediateCatchEvent_PeriodBegins");
        fieldwork();
        walk.complete("in-reporting", "furtherWork", "no");
        walk.complete("UserTask_AssembleFile").complete("UserTask_ApproveLock");
        walk.then().isNotEnded().hasPassed("EndEvent_Prepared", "EndEvent_FileLocked");
        walk.timer("IntermediateCatchEvent_RenewalDue").complete("in-renewal");
        walk.then().isEnded().hasPassed("EndEvent_RenewalDecided");
        assertThat(walk.steps()).containsExactly("planCalendar", "startRemediations", "lockFile");
    }

    @Test
    void aPeriodThatHasBegunWaitsForNoReadiness() {
        untilScopeIsFrozen();
        walk.timer("IntermediateCatchEvent_PeriodBegins");
        assertThat(walk.openElements()).containsExactly("in-fieldwork", "in-readiness");
    }

    @Test
    void anExaminationAtOneDateHasNoPeriodThatBegins() {
        atOneDate = true;
        untilScopeIsFrozen();
        walk.timer("IntermediateCatchEvent_ExaminationBegins");
        assertThat(walk.openElements()).containsExactly("in-fieldwork", "in-readiness");
        walk.then().hasNotPassed("IntermediateCatchEvent_PeriodBegins");
    }

    @Test
    void aCalledProcessKnowsItsEngagementAndWhatItNeeds() {
        untilScopeIsFrozen();
        walk.timer("IntermediateCatchEvent_PeriodBegins");
        var runtime = walk.engine().getRuntimeService();
        ProcessInstance fieldwork = runtime.createProcessInstanceQuery()
                .processDefinitionKey("fieldwork")
                .singleResult();
        assertThat(fieldwork.getBusinessKey()).isEqualTo(Walk.ENGAGEMENT);
        assertThat(runtime.getVariables(fieldwork.getId()))
                .containsOnlyKeys("engagementId", "furtherWork", "atOneDate", "periodStart", "periodEnd", "periodOver")
                .containsEntry("engagementId", Walk.ENGAGEMENT);
        fieldwork();
        ProcessInstance reporting = runtime.createProcessInstanceQuery()
                .processDefinitionKey("reporting")
                .singleResult();
        assertThat(runtime.getVariables(reporting.getId()))
                .containsEntry("qualityReviewNeeded", "yes")
                .containsEntry("materiality", "not-material");
    }

    @Test
    void openGapsAreAwaited() {
        gapsOpen = true;
        untilScopeIsFrozen();
        walk.complete("in-readiness");
        walk.then().hasNotPassed("EndEvent_Prepared");
        walk.message("Message_GapsClosed");
        walk.then().hasPassed("EndEvent_Prepared");
    }

    @Test
    void reportingMaySendTheWorkBack() {
        untilScopeIsFrozen();
        walk.timer("IntermediateCatchEvent_PeriodBegins");
        fieldwork();
        walk.complete("in-reporting", "furtherWork", "yes");
        assertThat(walk.openElements()).contains("in-fieldwork");
        fieldwork();
        walk.complete("in-reporting", "furtherWork", "no");
        assertThat(walk.openElements()).contains("UserTask_AssembleFile");
    }

    @Test
    void aDeclinedProposalEndsTheEngagement() {
        walk.complete("UserTask_PrepareProposal").complete("UserTask_DecideProposal", "proposalDecision", "decline");
        walk.then().isEnded().hasPassed("EndEvent_Declined");
        assertThat(walk.steps()).containsExactly("recordDecline");
    }

    @Test
    void anEngagementTheFirmDoesNotAcceptEnds() {
        walk.complete("UserTask_PrepareProposal").complete("UserTask_DecideProposal", "proposalDecision", "accept");
        walk.complete("in-scoping", "acceptanceDecision", "decline", "qualityReviewNeeded", "no");
        walk.then().isEnded().hasPassed("EndEvent_Declined");
    }

    @Test
    void aLateAssemblyIsRemindedOf() {
        untilScopeIsFrozen();
        walk.timer("IntermediateCatchEvent_PeriodBegins");
        fieldwork();
        walk.complete("in-reporting", "furtherWork", "no").timer("BoundaryEvent_AssemblyDue");
        assertThat(walk.steps()).contains("remindAssembly");
        assertThat(walk.openElements()).contains("UserTask_AssembleFile");
    }

    @Test
    void aWithdrawnEngagementEndsItsChildrenAndStillLocksItsFile() {
        untilScopeIsFrozen();
        walk.timer("IntermediateCatchEvent_PeriodBegins").message("Message_EngagementWithdrawn");
        assertThat(walk.openElements()).containsExactly("UserTask_AssembleWithdrawnFile");
        walk.complete("UserTask_AssembleWithdrawnFile");
        walk.then().isEnded().hasPassed("EndEvent_Withdrawn");
        assertThat(walk.steps()).endsWith("endOpenWork", "lockFile");
    }
}
