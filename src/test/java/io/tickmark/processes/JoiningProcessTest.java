package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoiningProcessTest {

    private final Walk walk = Walk.of("joining");

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    void whoJoinsConfirms() {
        walk.start("joining", "auditorId", "auditor-1", "reconfirmationAsked", false);
        assertThat(walk.openElements()).containsExactly("UserTask_ConfirmIndependence");
        walk.complete("UserTask_ConfirmIndependence");
        walk.then().isEnded().hasPassed("EndEvent_IndependenceConfirmed");
    }

    @Test
    void whoJoinsAfterTheOthersWereAskedAgainConfirmsAsTheyDo() {
        walk.start("joining", "auditorId", "auditor-1", "reconfirmationAsked", true);
        walk.complete("UserTask_ReconfirmIndependence");
        walk.then().isEnded().hasPassed("EndEvent_IndependenceConfirmed");
    }
}
