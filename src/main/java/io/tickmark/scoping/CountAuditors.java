package io.tickmark.scoping;

import io.tickmark.engagement.Team;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** Everybody of the audit side confirms for himself; the process {@code reporting} counts the same way. */
@Component
class CountAuditors implements Step {

    private final Team team;

    CountAuditors(Team team) {
        this.team = team;
    }

    @Override
    public void run(StepContext context) {
        context.set(
                ScopingProcess.AUDITOR_COUNT,
                team.auditors(context.engagement()).size());
    }
}
