package io.tickmark.changes;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code change-request}: one instance per change. */
@Component
class ChangeRequestProcess implements ProcessVariables {

    static final String KEY = "change-request";
    static final Variable<String> CHANGE_ID = Variable.text("changeId");
    static final Variable<Boolean> SCOPE_CHANGES = Variable.flag("scopeChanges");

    private final Processes processes;
    private final Engagements engagements;

    ChangeRequestProcess(Processes processes, Engagements engagements) {
        this.processes = processes;
        this.engagements = engagements;
    }

    void start(ChangeRequest change) {
        String bundle = engagements.facts(change.engagement()).bundle();
        processes.start(
                KEY,
                bundle,
                change.engagement(),
                Map.of(
                        CHANGE_ID,
                        change.id().toString(),
                        SCOPE_CHANGES,
                        change.kind().changesScope()));
    }

    /** Ends every change of the engagement that is still under way. */
    void withdrawAll(EngagementId engagement) {
        processes.tell("Message_ChangeWithdrawn", engagement);
    }

    static UUID change(OpenTask task) {
        return UUID.fromString(task.need(CHANGE_ID));
    }

    static UUID change(StepContext context) {
        return UUID.fromString(context.need(CHANGE_ID));
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(CHANGE_ID, SCOPE_CHANGES);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, variables());
    }
}
