package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostIssueProcessTest {

    private final Walk walk = Walk.of("post-issue");

    @AfterEach
    void end() {
        walk.close();
    }

    private void factsLeadingTo(String action) {
        walk.start("post-issue", "reportId", "report-1", "factsId", "facts-1")
                .complete("UserTask_AssessFacts", "postIssueAction", action);
    }

    @Test
    void readersOfARevisedReportAreTold() {
        factsLeadingTo("revise");
        walk.complete("UserTask_TellReaders");
        walk.then().isEnded().hasPassed("EndEvent_ReadersTold");
        assertThat(walk.steps()).containsExactly("recordPostIssue");
    }

    @Test
    void readersOfARecalledReportAreTold() {
        factsLeadingTo("recall");
        assertThat(walk.openElements()).containsExactly("UserTask_TellReaders");
    }

    @Test
    void factsThatWouldHaveChangedNothingEndThere() {
        factsLeadingTo("none");
        walk.then().isEnded().hasPassed("EndEvent_NoActionNeeded");
        assertThat(walk.steps()).isEmpty();
    }
}
