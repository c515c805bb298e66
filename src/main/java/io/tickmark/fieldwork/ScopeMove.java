package io.tickmark.fieldwork;

import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.ScopeChanged;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A changed scope is tested as it is: what came in gets requests and a test, what went out is not worked on further. */
@Component
class ScopeMove {

    private final ControlTestRepository tests;
    private final ControlTestProcess process;
    private final Requests requests;
    private final IssueRequests issue;
    private final OpenWork work;
    private final Clock clock;

    ScopeMove(
            ControlTestRepository tests,
            ControlTestProcess process,
            Requests requests,
            IssueRequests issue,
            OpenWork work,
            Clock clock) {
        this.tests = tests;
        this.process = process;
        this.requests = requests;
        this.issue = issue;
        this.work = work;
        this.clock = clock;
    }

    /** Before the list is issued there is nothing to follow: it is made from the scope as it is then. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void scopeChanged(ScopeChanged event) {
        EngagementId engagement = event.engagement();
        work.hold(engagement);
        List<ControlTest> known = tests.findByEngagementIdOrderByPositionAscRoundAsc(engagement.value());
        if (known.isEmpty()) {
            return;
        }
        known.stream()
                .filter(test -> event.dropped().contains(test.control())
                        && !test.state().isEnded())
                .forEach(test -> {
                    test.withdraw(clock.instant());
                    process.withdraw(test);
                });
        for (RequestFacts request : requests.of(engagement)) {
            // asked again, since the samples of a withdrawn population are withdrawn with it
            if (event.dropped().containsAll(request.controls())
                    && !requests.get(request.id()).state().isClosed()) {
                requests.withdraw(request.id(), "Its control is no longer in the scope", null);
            }
        }
        issue.issue(engagement);
    }
}
