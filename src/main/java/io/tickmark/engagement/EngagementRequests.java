package io.tickmark.engagement;

import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the API is sent about engagements; every wrong field is named at once. */
@Component
class EngagementRequests {

    private final People people;
    private final Clients clients;

    EngagementRequests(People people, Clients clients) {
        this.people = people;
        this.clients = clients;
    }

    record NewReport(
            @Nullable ReportType reportType,
            @Nullable AttestationType attestationType,
            @Nullable List<Category> categories,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable LocalDate asOf) {}

    /** A role in {@code team} names one username or a list of them. */
    record NewEngagement(
            @Nullable String client,
            @Nullable String title,
            @Nullable List<NewReport> reports,
            @Nullable Map<String, Object> team,
            @Nullable LocalDate neededBy) {}

    Proposal proposal(NewEngagement request) {
        List<Refusal> refusals = new ArrayList<>();
        ClientId client = client(request.client(), refusals);
        List<ReportPlan> reports = reports(request.reports() == null ? List.of() : request.reports(), refusals);
        Map<String, List<PersonId>> team = team(request.team() == null ? Map.of() : request.team(), refusals);
        String title = title(request, client, reports);
        if (title.length() > 200) {
            refusals.add(new Refusal("title", "A title has at most 200 characters"));
        }
        if (client == null || !refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return new Proposal(client, title, reports, team, request.neededBy(), null);
    }

    private String title(NewEngagement request, @Nullable ClientId client, List<ReportPlan> reports) {
        if (request.title() != null && !request.title().isBlank()) {
            return request.title().strip();
        }
        String name = client == null ? "" : clients.get(client).name();
        if (reports.isEmpty()) {
            return name + " examination";
        }
        ReportPlan lead = reports.get(0);
        LocalDate date = lead.periodEnd() != null ? lead.periodEnd() : lead.asOf();
        return name + " " + lead.name() + (date == null ? "" : " " + date.getYear());
    }

    private @Nullable ClientId client(@Nullable String id, List<Refusal> refusals) {
        try {
            ClientId client = ClientId.of(id == null ? "" : id);
            if (clients.find(client).isPresent()) {
                return client;
            }
        } catch (IllegalArgumentException noId) {
            // refused below, like an id that nobody has
        }
        refusals.add(new Refusal("client", "Give the id of one of the firm's clients"));
        return null;
    }

    private static List<ReportPlan> reports(List<NewReport> given, List<Refusal> refusals) {
        List<ReportPlan> plans = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            NewReport report = given.get(i);
            if (report.reportType() == null) {
                refusals.add(new Refusal("reports[" + i + "].reportType", "Say which report: SOC1, SOC2 or SOC3"));
            } else if (report.attestationType() == null) {
                refusals.add(new Refusal("reports[" + i + "].attestationType", "Say which type: TYPE_I or TYPE_II"));
            } else {
                plans.add(new ReportPlan(
                        UUID.randomUUID(),
                        report.reportType(),
                        report.attestationType(),
                        report.categories() == null ? List.of() : report.categories(),
                        report.periodStart(),
                        report.periodEnd(),
                        report.asOf()));
            }
        }
        return plans;
    }

    Map<String, List<PersonId>> team(Map<String, ?> given, List<Refusal> refusals) {
        Map<String, List<PersonId>> team = new LinkedHashMap<>();
        given.forEach((role, holders) -> {
            List<?> names = holders instanceof List<?> list ? list : holders == null ? List.of() : List.of(holders);
            List<PersonId> ids = new ArrayList<>();
            for (Object name : names) {
                Actor person = people.named(String.valueOf(name)).orElse(null);
                if (person == null) {
                    refusals.add(new Refusal("team." + role, "There is nobody with the username '" + name + "'"));
                } else if (!ids.contains(person.id())) {
                    ids.add(person.id());
                }
            }
            team.put(role, ids);
        });
        return team;
    }
}
