package io.tickmark.readiness;

import io.tickmark.engagement.FileClosing;
import io.tickmark.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is told to the process {@code readiness}: an assessment that is not done when the file is locked is over. */
@Component
class ReadinessProcess {

    private final Processes processes;

    ReadinessProcess(Processes processes) {
        this.processes = processes;
    }

    // the gaps it has found so far end first, so that none of them begins a remediation
    @EventListener
    @Order(1)
    void end(FileClosing closing) {
        processes.tell("Message_ReadinessEnded", closing.engagement());
    }
}
