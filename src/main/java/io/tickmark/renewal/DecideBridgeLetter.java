package io.tickmark.renewal;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A bridge letter is management's, not the auditor's: it covers the time from the period's end to a date. */
@Component
class DecideBridgeLetter implements TaskRules {

    private final Engagements engagements;
    private final EngagementFile file;
    private final Clients clients;
    private final Practice practice;

    DecideBridgeLetter(Engagements engagements, EngagementFile file, Clients clients, Practice practice) {
        this.engagements = engagements;
        this.file = file;
        this.clients = clients;
        this.practice = practice;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        var engagement = engagements.facts(task.engagement());
        ReportPlan report = engagement.leadReport();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("bridgeUntil", latest(report));
        data.put("bridgeText", text(engagement.client(), report) + incidents(task));
        return data;
    }

    private String text(ClientId client, ReportPlan report) {
        return "To the readers of the " + report.name() + " report of "
                + clients.get(client).name() + " for the period from "
                + report.start() + " to " + report.end() + ".\n\nManagement is not aware of a material change in the"
                + " system or its controls since the end of that period. Readers should keep operating the complementary"
                + " controls that the report expects of them. This letter is management's own; the auditor has not"
                + " examined the time it covers, and it does not replace a report.";
    }

    private String incidents(OpenTask task) {
        return file.latest(task.engagement(), "CompleteDescription")
                .map(description -> description.answers().text("incidents"))
                .filter(incidents -> !incidents.isEmpty())
                .map(incidents ->
                        "\n\nIncidents on file, to be considered before the statement above is made: " + incidents)
                .orElse("");
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate until = answers.date("bridgeUntil");
        ReportPlan report = engagements.facts(task.engagement()).leadReport();
        if (until == null || until.isAfter(report.end()) && !until.isAfter(latest(report))) {
            return List.of();
        }
        return List.of(new Refusal(
                "bridgeUntil",
                "A bridge letter reaches from the period's end, " + report.end() + ", to " + latest(report)
                        + " at the latest"));
    }

    private LocalDate latest(ReportPlan report) {
        return report.end().plusMonths(practice.bridgeMonths());
    }
}
