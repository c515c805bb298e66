package io.tickmark.fieldwork;

import io.tickmark.engagement.Engagements;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The barrier before findings are evaluated: every request and every test is closed. Whoever counts, and whoever closes
 * something, holds the engagement's row, so that the last closing and the check cannot miss each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenWork {

    private final Engagements engagements;
    private final Requests requests;
    private final Tests tests;
    private final FieldworkProcess process;

    OpenWork(Engagements engagements, Requests requests, Tests tests, FieldworkProcess process) {
        this.engagements = engagements;
        this.requests = requests;
        this.tests = tests;
        this.process = process;
    }

    /** Keeps others from closing or beginning anything until the transaction ends. */
    public void hold(EngagementId engagement) {
        engagements.lock(engagement);
    }

    public Count count(EngagementId engagement) {
        hold(engagement);
        return new Count(requests.openCount(engagement), tests.openCount(engagement));
    }

    /** Something was closed: if it was the last, the process goes on. */
    public void closed(EngagementId engagement) {
        if (count(engagement).isNothing()) {
            process.workClosed(engagement);
        }
    }

    record Count(int requests, int tests) {

        boolean isNothing() {
            return requests == 0 && tests == 0;
        }

        @Override
        public String toString() {
            return requests
                    + (requests == 1 ? " request and " : " requests and ")
                    + tests
                    + (tests == 1 ? " test" : " tests");
        }
    }
}
