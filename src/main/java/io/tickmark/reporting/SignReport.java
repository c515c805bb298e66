package io.tickmark.reporting;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Licence;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last door: every rule of completion and dating is checked again, whatever the model let pass before. */
@Component
class SignReport implements TaskRules {

    private final FactsForIssue facts;
    private final Licence licence;
    private final Reports reports;
    private final Team team;

    SignReport(FactsForIssue facts, Licence licence, Reports reports, Team team) {
        this.facts = facts;
        this.licence = licence;
        this.reports = reports;
        this.team = team;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        IssueFacts known = facts.of(engagement);
        Map<String, Object> data = new LinkedHashMap<>();
        if (known.reportDate() != null) {
            data.putAll(licence.toRenew(engagement, known.reportDate()));
        }
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
        if (Set.of("redate", "back").contains(answers.text("signing"))) {
            return refusals;
        }
        IssueFacts known = facts.of(task.engagement());
        LocalDate date = known.reportDate();
        if (date != null && !new Interlocks(known).licenceValid().holds()) {
            List<Refusal> unlicensed = licence.refusals(task.engagement(), date, answers);
            refusals.addAll(unlicensed);
            known = unlicensed.isEmpty() ? known.licensedUntil(answers.needDate("licenceValidUntil")) : known;
        }
        new Interlocks(known)
                .broken().stream()
                        .map(broken -> refusal(broken.rule() + ": " + broken.missing()))
                        .forEach(refusals::add);
        return refusals;
    }

    private static Refusal refusal(String message) {
        return new Refusal("signature", message);
    }
}
