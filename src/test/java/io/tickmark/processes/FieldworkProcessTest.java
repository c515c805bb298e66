package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldworkProcessTest {

    private final Walk walk = Walk.of("fieldwork");
    private final AtomicInteger collectionsLeft = new AtomicInteger();
    private boolean workOpen;
    private boolean atOneDate;

    @BeforeEach
    void steps() {
        walk.when("planNextCollection", step -> {
            step.setVariable("collectionAhead", collectionsLeft.getAndDecrement() > 0);
            step.setVariable("nextCollection", new Date());
        });
        walk.when("checkOpenWork", step -> step.setVariable("workOpen", workOpen));
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private void fieldwork(String furtherWork) {
        var now = new Date();
        walk.start(
                "fieldwork",
                "furtherWork",
                furtherWork,
                "atOneDate",
                atOneDate,
                "periodStart",
                now,
                "periodEnd",
                now,
                "periodOver",
                now);
    }

    private void untilThePeriodIsOver() {
        fieldwork("no");
        walk.complete("UserTask_AssessRisk").complete("UserTask_PlanTests").complete("UserTask_HoldWalkthroughs");
        walk.timer("IntermediateCatchEvent_PeriodOver").complete("UserTask_RollForward");
    }

    @Test
    void findingsAreEvaluatedOnceAllWorkIsClosed() {
        untilThePeriodIsOver();
        walk.complete("UserTask_EvaluateFindings");
        walk.then().isEnded().hasPassed("EndEvent_FieldworkComplete", "EndEvent_CollectionsDone");
        assertThat(walk.steps())
                .containsExactly("issueRequests", "planNextCollection", "beginRollForward", "checkOpenWork");
    }

    @Test
    void atOneDateTheDateIsAwaitedInPlaceOfAPeriod() {
        atOneDate = true;
        fieldwork("no");
        walk.complete("UserTask_AssessRisk").complete("UserTask_PlanTests").complete("UserTask_HoldWalkthroughs");
        walk.timer("IntermediateCatchEvent_DateReached").complete("UserTask_RollForward");
        walk.complete("UserTask_EvaluateFindings");
        walk.then().isEnded().hasNotPassed("IntermediateCatchEvent_PeriodOver");
    }

    @Test
    void evaluationWaitsForTheLastOpenTest() {
        workOpen = true;
        untilThePeriodIsOver();
        assertThat(walk.openElements()).isEmpty();
        walk.message("Message_WorkClosed");
        assertThat(walk.openElements()).containsExactly("UserTask_EvaluateFindings");
    }

    @Test
    void recurringEvidenceIsCollectedUntilNoneIsAhead() {
        collectionsLeft.set(2);
        fieldwork("no");
        walk.complete("UserTask_AssessRisk").complete("UserTask_PlanTests");
        walk.timer("IntermediateCatchEvent_CollectionDue").timer("IntermediateCatchEvent_CollectionDue");
        assertThat(walk.steps()).filteredOn("raiseRecurringRequests"::equals).hasSize(2);
        walk.then().hasPassed("EndEvent_CollectionsDone").isNotEnded();
    }

    @Test
    void walkthroughsDoNotWaitForTheEndOfThePeriod() {
        fieldwork("no");
        walk.complete("UserTask_AssessRisk").complete("UserTask_PlanTests");
        assertThat(walk.openElements()).containsExactly("UserTask_HoldWalkthroughs");
    }

    @Test
    void furtherWorkReopensTestsAndEvaluatesAgain() {
        fieldwork("yes");
        walk.complete("UserTask_ChooseTestsToReopen").complete("UserTask_EvaluateFindings");
        walk.then().isEnded().hasNotPassed("UserTask_AssessRisk", "ServiceTask_IssueRequests");
        assertThat(walk.steps()).containsExactly("reopenTests", "checkOpenWork");
    }
}
