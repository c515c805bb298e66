package io.tickmark.fieldwork;

import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.engagement.FileClosing;
import io.tickmark.kernel.EngagementId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the tests of an engagement that is withdrawn, or whose file is locked. */
@Component
class TestWithdrawal {

    private final ControlTestRepository tests;
    private final OpenWork work;
    private final ControlTestProcess process;
    private final Clock clock;

    TestWithdrawal(ControlTestRepository tests, OpenWork work, ControlTestProcess process, Clock clock) {
        this.tests = tests;
        this.work = work;
        this.process = process;
        this.clock = clock;
    }

    /** Before the requests are withdrawn, or their closing would begin the tests that waited for them. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void engagementEnds(EngagementWithdrawn event) {
        withdrawAll(event.engagement());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void fileCloses(FileClosing event) {
        withdrawAll(event.engagement());
    }

    private void withdrawAll(EngagementId engagement) {
        work.hold(engagement);
        tests.findByEngagementIdOrderByPositionAscRoundAsc(engagement.value())
                .forEach(test -> test.withdraw(clock.instant()));
        process.withdrawAll(engagement);
    }
}
