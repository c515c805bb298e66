package io.tickmark.reporting;

import io.tickmark.engagement.Engagements;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code post-issue}: one instance for each time facts come to light. */
@Component
class PostIssueProcess implements ProcessVariables {

    static final String KEY = "post-issue";
    static final Variable<String> REPORT_ID = Variable.text("reportId");
    static final Variable<String> FACTS_ID = Variable.text("factsId");

    private final Processes processes;
    private final Engagements engagements;

    PostIssueProcess(Processes processes, Engagements engagements) {
        this.processes = processes;
        this.engagements = engagements;
    }

    void factsFound(DiscoveredFacts facts) {
        processes.start(
                KEY,
                engagements.facts(facts.engagement()).bundle(),
                facts.engagement(),
                Map.of(
                        REPORT_ID,
                        facts.report().toString(),
                        FACTS_ID,
                        facts.id().toString()));
    }

    static UUID factsOf(OpenTask task) {
        return UUID.fromString(task.need(FACTS_ID));
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(REPORT_ID, FACTS_ID);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, variables());
    }
}
