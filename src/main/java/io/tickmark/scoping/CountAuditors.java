package io.tickmark.scoping;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Team;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Everybody of the audit side confirms for himself; the process {@code reporting} counts the same way. */
@Component
class CountAuditors implements Step {

    private final Engagements engagements;
    private final Team team;

    CountAuditors(Engagements engagements, Team team) {
        this.engagements = engagements;
        this.team = team;
    }

    @Override
    public Set<Variable<?>> sets() {
        return Set.of(ScopingProcess.AUDITOR_COUNT);
    }

    @Override
    public void run(StepContext context) {
        // whoever joins meanwhile is either counted here or asked by himself
        engagements.lock(context.engagement());
        context.set(
                ScopingProcess.AUDITOR_COUNT,
                team.auditors(context.engagement()).size());
    }
}
