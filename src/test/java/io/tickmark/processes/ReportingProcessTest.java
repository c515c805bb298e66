package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportingProcessTest {

    private final Walk walk = Walk.of("reporting");

    @AfterEach
    void end() {
        walk.close();
    }

    private void reporting(String qualityReviewNeeded) {
        walk.when("countAuditors", step -> step.setVariable("auditorCount", 2));
        walk.start(
                "reporting",
                "qualityReviewNeeded",
                qualityReviewNeeded,
                "sufficiency",
                "sufficient",
                "materiality",
                "material",
                "pervasiveness",
                "not-pervasive");
        walk.complete("UserTask_CompleteDescription");
    }

    private void draft(String furtherWork) {
        walk.complete(List.of("UserTask_DecideOpinion", "UserTask_CheckDraft"));
        walk.complete("UserTask_AnswerComments", "furtherWork", furtherWork);
    }

    private void atTheSignature(String signing) {
        walk.complete(List.of(
                "UserTask_InquireSubsequentEvents",
                "UserTask_ReconfirmIndependence",
                "UserTask_SetReportDate",
                "UserTask_SignRepresentationLetter",
                "UserTask_SignAssertion"));
        walk.complete("UserTask_SignReport", "signing", signing);
    }

    private void signAndIssue() {
        atTheSignature("sign");
        walk.complete(List.of("UserTask_DistributeReport"));
    }

    @Test
    void theReportIsDraftedCheckedSignedAndIssuedInThisOrder() {
        reporting("no");
        draft("no");
        signAndIssue();
        walk.then().isEnded().hasPassed("EndEvent_ReportIssued").hasNotPassed("UserTask_ReviewQuality");
        assertThat(walk.steps()).containsExactly("draftReport", "countAuditors", "issueReport");
    }

    @Test
    void whatComesAfterTheDateWasSetIsDatedAnewInsteadOfSigned() {
        reporting("no");
        draft("no");
        atTheSignature("redate");
        assertThat(walk.openElements()).containsExactly("UserTask_SetReportDate");
        walk.then().hasNotPassed("ServiceTask_IssueReport");
    }

    @Test
    void whatTheOpinionDoesNotKnowLeadsBackToItInsteadOfToTheSignature() {
        reporting("no");
        draft("no");
        atTheSignature("back");
        assertThat(walk.openElements()).containsExactly("UserTask_DecideOpinion");
        draft("yes");
        walk.then().isEnded().hasPassed("EndEvent_FurtherWorkNeeded").hasNotPassed("ServiceTask_IssueReport");
    }

    @Test
    void theFindingsLeadToAProposedOpinion() {
        reporting("no");
        assertThat(walk.variable("proposedOpinion")).isEqualTo("QUALIFIED");
    }

    @Test
    void furtherWorkEndsReportingWithoutAReport() {
        reporting("no");
        draft("yes");
        walk.then().isEnded().hasPassed("EndEvent_FurtherWorkNeeded").hasNotPassed("ServiceTask_IssueReport");
    }

    @Test
    void aRequiredQualityReviewStandsBeforeTheSignatures() {
        reporting("yes");
        draft("no");
        assertThat(walk.openElements()).containsExactly("UserTask_ReviewQuality");
        walk.complete("UserTask_ReviewQuality", "qualityDecision", "clear");
        signAndIssue();
        walk.then().isEnded();
    }

    @Test
    void aReturnOfTheQualityReviewerReopensTheOpinion() {
        reporting("yes");
        draft("no");
        walk.complete("UserTask_ReviewQuality", "qualityDecision", "return");
        assertThat(walk.openElements()).containsExactly("UserTask_DecideOpinion");
        draft("no");
        walk.complete("UserTask_ReviewQuality", "qualityDecision", "clear");
        assertThat(walk.steps()).filteredOn("draftReport"::equals).hasSize(2);
    }

    @Test
    void eachAuditorReconfirmsIndependence() {
        reporting("no");
        draft("no");
        walk.complete("UserTask_InquireSubsequentEvents");
        assertThat(walk.open("UserTask_ReconfirmIndependence")).hasSize(2);
    }
}
