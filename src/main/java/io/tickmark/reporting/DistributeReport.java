package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who received the report is kept, since they must be told when facts come to light later. */
@Component
class DistributeReport implements TaskRules {

    private final FactsForIssue facts;

    DistributeReport(FactsForIssue facts) {
        this.facts = facts;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of("distributedOn", facts.today());
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate today = facts.today();
        return answers.needDate("distributedOn").isAfter(today)
                ? List.of(new Refusal("distributedOn", "Record it once it is done: " + today + " at the latest"))
                : List.of();
    }
}
