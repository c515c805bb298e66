package io.tickmark.reporting;

import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EngagementWords;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An inclusive subservice organisation's management signs for itself, by the rules for the client's own statements. */
@Component
class SignSubserviceStatements implements TaskRules {

    private final EngagementWords words;
    private final Reports reports;
    private final Team team;
    private final Trail trail;

    SignSubserviceStatements(EngagementWords words, Reports reports, Team team, Trail trail) {
        this.words = words;
        this.reports = reports;
        this.team = team;
        this.trail = trail;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        String organisation = SubserviceProcess.organisation(task);
        return new TaskSubject(SubserviceStatements.subject(organisation), organisation);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId id = task.engagement();
        String organisation = SubserviceProcess.organisation(task);
        ReportPlan report = words.lead(id);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("organisation", organisation);
        data.put("assertionText", SubserviceText.assertion(organisation, words.client(id), report));
        data.put("letterText", SubserviceText.letter(organisation, words.client(id), words.firm(), report));
        reports.reportDate(id).ifPresent(date -> {
            data.put("assertionDate", date);
            data.put("letterDate", date);
        });
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> roles = team.roles(task.engagement(), actor.id());
        if (roles.contains(Roles.SPONSOR) || roles.contains(Roles.COMPLIANCE)) {
            refusals.add(new Refusal(
                    "signature",
                    "You speak for the client: somebody of " + SubserviceProcess.organisation(task)
                            + "'s own management signs here"));
        }
        if (answers.text("statementsDecision").equals("sign")) {
            dates(
                    answers.needDate("letterDate"),
                    answers.needDate("assertionDate"),
                    reports.reportDate(task.engagement()).orElse(null),
                    refusals);
        }
        return refusals;
    }

    private static void dates(
            LocalDate letter, LocalDate assertion, @Nullable LocalDate report, List<Refusal> refusals) {
        if (report == null) {
            refusals.add(new Refusal("letterDate", "The report has no date yet; the partner sets it first"));
        } else {
            if (!letter.isEqual(report)) {
                refusals.add(new Refusal("letterDate", "The letter is dated as of the report's date, " + report));
            }
            if (assertion.isAfter(report)) {
                refusals.add(new Refusal(
                        "assertionDate", "The assertion is signed on or before the report's date, " + report));
            }
        }
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        trail.record(
                task.engagement(),
                answers.text("statementsDecision").equals("sign")
                        ? "subservice-statements-signed"
                        : "subservice-statements-refused",
                actor,
                Map.of("organisation", SubserviceProcess.organisation(task)));
    }
}
