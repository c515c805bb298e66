package io.tickmark.scoping;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code joining}: one instance per auditor who joins a team at work. */
@Component
class JoiningProcess implements ProcessVariables {

    /** Whose confirmation it is; a task that has it is nobody else's. */
    static final Variable<String> AUDITOR_ID = Variable.text("auditorId");

    static final Variable<Boolean> RECONFIRMATION_ASKED = Variable.flag("reconfirmationAsked");

    private final Engagements engagements;
    private final Processes processes;

    JoiningProcess(Engagements engagements, Processes processes) {
        this.engagements = engagements;
        this.processes = processes;
    }

    void auditorJoined(EngagementId engagement, PersonId auditor, boolean reconfirmationAsked) {
        String bundle = engagements.facts(engagement).bundle();
        processes.start(
                "joining",
                bundle,
                engagement,
                Map.of(AUDITOR_ID, auditor.toString(), RECONFIRMATION_ASKED, reconfirmationAsked));
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(AUDITOR_ID, RECONFIRMATION_ASKED);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of("joining", variables());
    }
}
