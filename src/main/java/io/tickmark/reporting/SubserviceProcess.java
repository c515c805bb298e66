package io.tickmark.reporting;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code subservice}: one instance per organisation whose controls are included. */
@Component
class SubserviceProcess implements ProcessVariables {

    /** As the scope names it. */
    private static final Variable<String> ORGANISATION = Variable.text("subserviceOrganisation");

    private static final String KEY = "subservice";

    private final Engagements engagements;
    private final Processes processes;

    SubserviceProcess(Engagements engagements, Processes processes) {
        this.engagements = engagements;
        this.processes = processes;
    }

    void ask(EngagementId engagement, String organisation) {
        processes.start(KEY, engagements.facts(engagement).bundle(), engagement, Map.of(ORGANISATION, organisation));
    }

    static String organisation(OpenTask task) {
        return task.need(ORGANISATION);
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(ORGANISATION);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, variables());
    }
}
