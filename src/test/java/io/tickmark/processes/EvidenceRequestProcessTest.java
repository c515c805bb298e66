package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceRequestProcessTest {

    private final Date due = Date.from(Instant.parse("2026-03-01T00:00:00Z"));
    private final Walk walk = Walk.of("evidence-request");

    @AfterEach
    void end() {
        walk.close();
    }

    private Walk aRequest(String kind, String clientReview) {
        return walk.start(
                "evidence-request",
                "requestId",
                "request-1",
                "requestKind",
                kind,
                "requestOwner",
                "engineer",
                "requestDue",
                due,
                "clientReview",
                clientReview);
    }

    @Test
    void evidenceIsProvidedReviewedAndAccepted() {
        aRequest("DOCUMENT", "no").complete("UserTask_ProvideEvidence");
        walk.complete("UserTask_ReviewEvidence", "evidenceDecision", "accept");
        walk.then().isEnded().hasPassed("EndEvent_EvidenceAccepted");
        assertThat(walk.steps()).containsExactly("recordAcceptance");
    }

    @Test
    void theRequestIsItsOwnersAndDueWhenItSays() {
        Task provide = aRequest("SAMPLE", "no").open("UserTask_ProvideEvidence").get(0);
        assertThat(provide.getAssignee()).isEqualTo("engineer");
        assertThat(provide.getDueDate()).isEqualTo(due);
    }

    @Test
    void returnedEvidenceIsAskedForAgain() {
        aRequest("POPULATION", "no").complete("UserTask_ProvideEvidence");
        walk.complete("UserTask_ReviewEvidence", "evidenceDecision", "return");
        assertThat(walk.openElements()).containsExactly("UserTask_ProvideEvidence");
        walk.complete("UserTask_ProvideEvidence").complete("UserTask_ReviewEvidence", "evidenceDecision", "accept");
        walk.then().isEnded();
    }

    @Test
    void theClientLooksFirstWhereItWantsTo() {
        aRequest("DOCUMENT", "yes").complete("UserTask_ProvideEvidence");
        walk.complete("UserTask_ReviewInternally", "internalDecision", "return");
        assertThat(walk.openElements()).containsExactly("UserTask_ProvideEvidence");
        walk.complete("UserTask_ProvideEvidence").complete("UserTask_ReviewInternally", "internalDecision", "release");
        assertThat(walk.openElements()).containsExactly("UserTask_ReviewEvidence");
    }

    @Test
    void anObservationIsArrangedByTheClientAndMadeByTheAuditor() {
        aRequest("OBSERVATION", "no").complete("UserTask_ArrangeObservation");
        walk.complete("UserTask_RecordObservation");
        walk.then().isEnded().hasPassed("ServiceTask_RecordAcceptance").hasNotPassed("UserTask_ReviewEvidence");
    }

    @Test
    void theOwnerIsRemindedAndTheDelayEscalatedWithoutEndingTheTask() {
        aRequest("DOCUMENT", "no").timer("BoundaryEvent_ReminderDue").timer("BoundaryEvent_RequestOverdue");
        assertThat(walk.steps()).containsExactly("remindOwner", "escalateRequest");
        assertThat(walk.openElements()).containsExactly("UserTask_ProvideEvidence");
        walk.timer("BoundaryEvent_ReminderDue").timer("BoundaryEvent_ReminderDue");
        assertThat(walk.steps()).filteredOn("remindOwner"::equals).hasSize(3);
    }

    @Test
    void aWithdrawnRequestEnds() {
        aRequest("DOCUMENT", "no").message("Message_RequestWithdrawn");
        walk.then().isEnded().hasPassed("EndEvent_RequestWithdrawn");
        assertThat(walk.steps()).containsExactly("recordWithdrawal");
    }
}
