package io.tickmark.scoping;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Licence and independence come before acceptance (AT-C 105); without them the firm can only decline. */
@Component
class AcceptEngagement implements TaskRules {

    private final Independence independence;
    private final Licence licence;
    private final Team team;
    private final People people;

    AcceptEngagement(Independence independence, Licence licence, Team team, People people) {
        this.independence = independence;
        this.licence = licence;
        this.team = team;
        this.people = people;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = licence.toRenew(task.engagement(), licence.today());
        data.put("confirmations", confirmations(task.engagement()));
        return data;
    }

    private List<Map<String, String>> confirmations(EngagementId engagement) {
        List<Map<String, String>> rows = new ArrayList<>();
        independence
                .confirmations(engagement, Independence.FIRST)
                .values()
                .forEach(given -> rows.add(Map.of(
                        "person",
                        given.personName(),
                        "answer",
                        given.answers().text("independence").equals("independent") ? "independent" : "not independent",
                        "relationships",
                        given.answers().text("relationships"))));
        return rows;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        if (!answers.text("acceptanceDecision").equals("accept")) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>(licence.refusals(task.engagement(), licence.today(), answers));
        List<PersonId> missing = independence.missing(task.engagement(), Independence.FIRST);
        if (!missing.isEmpty()) {
            refusals.add(decision(String.join(
                            ", ", missing.stream().map(people::name).sorted().toList())
                    + " did not confirm independence: wait for them, or replace them in the team"));
        }
        if (answers.text("qualityReviewNeeded").equals("yes")
                && team.holders(task.engagement(), Roles.QUALITY_REVIEWER).isEmpty()) {
            refusals.add(new Refusal(
                    "qualityReviewNeeded",
                    "The team has no quality reviewer: name one who is otherwise not of it, then accept (SQMS 2)"));
        }
        return refusals;
    }

    private static Refusal decision(String why) {
        return new Refusal("acceptanceDecision", why + ", or decline the engagement");
    }
}
