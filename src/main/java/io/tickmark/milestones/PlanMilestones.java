package io.tickmark.milestones;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PlanMilestones implements TaskRules {

    private final Milestones milestones;

    PlanMilestones(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        List<Map<String, String>> rows = new ArrayList<>();
        milestones.ahead(task.engagement()).forEach(milestone -> {
            Map<String, String> row = new HashMap<>();
            row.put("milestone", milestone.name());
            if (milestone.planned() != null) {
                row.put("planned", milestone.planned().toString());
            }
            rows.add(row);
        });
        return Map.of("milestones", rows);
    }

    /** A milestone may not be planned before the one it follows. */
    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        Map<String, LocalDate> planned = planned(task, answers);
        List<Milestone> all = milestones.ahead(task.engagement());
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            LocalDate own = planned.get(all.get(i).name());
            LocalDate before = planned.get(all.get(i).follows());
            if (own != null && before != null && own.isBefore(before)) {
                refusals.add(new Refusal(
                        "milestones[" + i + "].planned",
                        "'" + all.get(i).name() + "' follows '" + all.get(i).follows() + "': plan it on " + before
                                + " or later"));
            }
        }
        return refusals;
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        milestones.agree(task.engagement(), planned(task, answers));
    }

    /** The rows stand in the order they were shown in; what is not sent stays as it was planned. */
    private Map<String, LocalDate> planned(OpenTask task, Answers answers) {
        Map<String, LocalDate> planned = new HashMap<>();
        List<Milestone> all = milestones.ahead(task.engagement());
        List<Answers> rows = answers.rows("milestones");
        for (int i = 0; i < all.size(); i++) {
            LocalDate given = i < rows.size() ? rows.get(i).date("planned") : null;
            LocalDate date = given != null ? given : all.get(i).planned();
            if (date != null) {
                planned.put(all.get(i).name(), date);
            }
        }
        return planned;
    }
}
