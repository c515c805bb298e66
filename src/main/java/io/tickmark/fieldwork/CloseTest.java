package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.ControlTestProcess.CONTROL_TEST_ID;

import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes a reviewed test. */
@Component
class CloseTest implements Step {

    private final Tests tests;
    private final OpenWork work;
    private final EvidenceTakenOut takenOut;
    private final Trail trail;
    private final Clock clock;

    CloseTest(Tests tests, OpenWork work, EvidenceTakenOut takenOut, Trail trail, Clock clock) {
        this.tests = tests;
        this.work = work;
        this.takenOut = takenOut;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        work.hold(context.engagement());
        ControlTest test = tests.need(UUID.fromString(context.need(CONTROL_TEST_ID)));
        test.close(clock.instant());
        trail.record(
                context.engagement(),
                "test-closed",
                null,
                Map.of("test", test.id(), "control", test.control(), "round", test.round()));
        if (takenOut.isLost(test)) {
            // taken out while its deviation was being evaluated
            takenOut.again(test);
        }
        work.closed(context.engagement());
    }
}
