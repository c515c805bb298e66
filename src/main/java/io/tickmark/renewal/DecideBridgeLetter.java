package io.tickmark.renewal;

import io.tickmark.description.IncidentFacts;
import io.tickmark.description.Incidents;
import io.tickmark.description.Mention;
import io.tickmark.description.SystemDescription;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EngagementWords;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A bridge letter is management's, not the auditor's: it covers the time from the period's end to a date, and names the
 * incidents and significant changes of that time that are on file.
 */
@Component
class DecideBridgeLetter implements TaskRules {

    private final Engagements engagements;
    private final SystemDescription description;
    private final Incidents incidents;
    private final Clients clients;
    private final Practice practice;

    DecideBridgeLetter(
            Engagements engagements,
            SystemDescription description,
            Incidents incidents,
            Clients clients,
            Practice practice) {
        this.engagements = engagements;
        this.description = description;
        this.incidents = incidents;
        this.clients = clients;
        this.practice = practice;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        var engagement = engagements.facts(task.engagement());
        ReportPlan report = engagement.leadReport();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("bridgeUntil", latest(report));
        List<IncidentFacts> since = incidents.sinceTheEnd(task.engagement());
        data.put("bridgeText", text(engagement.client(), report, since) + earlier(task));
        return data;
    }

    private String text(ClientId client, ReportPlan report, List<IncidentFacts> since) {
        String aware = since.isEmpty()
                ? "Management is not aware of a material change in the system or its controls since the end of that"
                        + " period."
                : "Since the end of that period the following happened:\n\n"
                        + since.stream().map(DecideBridgeLetter::told).collect(Collectors.joining("\n\n"))
                        + "\n\nManagement is not aware of any other material change in the system or its controls since"
                        + " then.";
        return "To the readers of the " + report.name() + " report of "
                + clients.get(client).name() + " for the period from "
                + report.start() + " to " + report.end() + ".\n\n" + aware + " Readers should keep operating the"
                + " complementary controls that the report expects of them. This letter is management's own; the auditor"
                + " has not examined the time it covers, and it does not replace a report.";
    }

    private static String told(IncidentFacts incident) {
        return incident.title() + ", " + incident.kind().word() + " of " + EngagementWords.day(incident.occurredOn())
                + ": " + incident.nature() + (incident.disposition().isEmpty() ? "" : " " + incident.disposition());
    }

    private String earlier(OpenTask task) {
        String told = description.texts(task.engagement()).getOrDefault("incidents", "");
        return told.isEmpty()
                ? ""
                : "\n\nIncidents on file, to be considered before the statement above is made: " + told;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate until = answers.date("bridgeUntil");
        ReportPlan report = engagements.facts(task.engagement()).leadReport();
        if (until == null) {
            return refusals;
        }
        if (!until.isAfter(report.end()) || until.isAfter(latest(report))) {
            refusals.add(new Refusal(
                    "bridgeUntil",
                    "A bridge letter reaches from the period's end, " + report.end() + ", to " + latest(report)
                            + " at the latest"));
        }
        String letter = answers.text("bridgeText");
        incidents.sinceTheEnd(task.engagement()).stream()
                .filter(incident -> !incident.occurredOn().isAfter(until))
                .filter(incident -> !Mention.isIn(letter, incident.title()))
                .forEach(incident -> refusals.add(new Refusal(
                        "bridgeText",
                        incident.label() + " is on file for the time that the letter covers: name it in the letter")));
        return refusals;
    }

    private LocalDate latest(ReportPlan report) {
        return report.end().plusMonths(practice.bridgeMonths());
    }
}
