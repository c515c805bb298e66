package io.tickmark.engagement;

import io.tickmark.workflow.PhaseBegun;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An engagement is closed by the lock of its file, and by nothing else that a model draws (AT-C 105). */
@Component
class ClosedMeansLocked {

    private final FileLock lock;

    ClosedMeansLocked(FileLock lock) {
        this.lock = lock;
    }

    /** Throws {@link IllegalStateException}, and takes the engine's transaction with it, while the file is open. */
    @EventListener
    void begins(PhaseBegun begun) {
        if (begun.phase().equals("closed") && !lock.locked(begun.engagement())) {
            throw new IllegalStateException("The file of engagement " + begun.engagement()
                    + " is not locked, so the engagement cannot be closed");
        }
    }
}
