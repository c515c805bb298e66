package io.tickmark.reporting;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last door: every rule of completion and dating is checked again, whatever the model let pass before. */
@Component
class SignReport implements TaskRules {

    private final FactsForIssue facts;
    private final Reports reports;
    private final Team team;

    SignReport(FactsForIssue facts, Reports reports, Team team) {
        this.facts = facts;
        this.reports = reports;
        this.team = team;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        IssueFacts known = facts.of(engagement);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("files", reports.preview(engagement));
        put(data, "reportDate", known.reportDate());
        put(data, "letterDate", known.letterDate());
        put(data, "assertionDate", known.assertionDate());
        data.put(
                "interlocks",
                new Interlocks(known).all().stream().map(Interlock::row).toList());
        return data;
    }

    private static void put(Map<String, Object> data, String key, @Nullable LocalDate date) {
        if (date != null) {
            data.put(key, date);
        }
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        if (!team.holders(task.engagement(), Roles.PARTNER).contains(actor.id())) {
            refusals.add(new Refusal("signing", "Only the partner of the engagement signs in the firm's name"));
        }
        if (answers.text("signing").equals("redate")) {
            return refusals;
        }
        new Interlocks(facts.of(task.engagement()))
                .broken().stream()
                        .map(broken -> refusal(broken.rule() + ": " + broken.missing()))
                        .forEach(refusals::add);
        return refusals;
    }

    private static Refusal refusal(String message) {
        return new Refusal("signature", message);
    }
}
