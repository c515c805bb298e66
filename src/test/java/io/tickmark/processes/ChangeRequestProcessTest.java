package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeRequestProcessTest {

    private final Walk walk = Walk.of("change-request");

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    void anApprovedChangeIsAgreedInALetterAndApplied() {
        walk.start("change-request", "changeId", "change-1", "scopeChanges", false);
        walk.complete("UserTask_DecideChange", "changeDecision", "approve").complete("UserTask_AgreeAmendedLetter");
        walk.then().isEnded().hasPassed("EndEvent_ChangeApplied");
        assertThat(walk.steps()).containsExactly("applyChange");
    }

    @Test
    void aRefusedChangeChangesNothing() {
        walk.start("change-request", "changeId", "change-1", "scopeChanges", false);
        walk.complete("UserTask_DecideChange", "changeDecision", "refuse");
        walk.then().isEnded().hasPassed("EndEvent_ChangeRefused");
        assertThat(walk.steps()).containsExactly("recordRefusal");
    }

    @Test
    void aWithdrawnChangeEnds() {
        walk.start("change-request", "changeId", "change-1", "scopeChanges", false)
                .message("Message_ChangeWithdrawn");
        walk.then().isEnded().hasPassed("EndEvent_ChangeWithdrawn");
    }

    @Test
    void aChangedScopeIsDefinedBeforeItIsDecided() {
        walk.start("change-request", "changeId", "change-1", "scopeChanges", true);
        assertThat(walk.openElements()).containsExactly("UserTask_RedefineScope");
        walk.complete("UserTask_RedefineScope");
        assertThat(walk.openElements()).containsExactly("UserTask_DecideChange");
    }
}
