package io.tickmark.renewal;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.Proposal;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.engagement.Team;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Opens next year's engagement: same client, team and categories, the period following without a gap; after a Type I its
 * Type II or another Type I. Scope, controls, requests, description and inventory are proposed there from this one's
 * file.
 */
@Component
class OpenNextEngagement implements Step {

    private final Engagements engagements;
    private final EarlierWork work;
    private final EngagementFile file;
    private final Team team;
    private final People people;
    private final Clients clients;
    private final Trail trail;
    private final Practice practice;

    OpenNextEngagement(
            Engagements engagements,
            EarlierWork work,
            EngagementFile file,
            Team team,
            People people,
            Clients clients,
            Trail trail,
            Practice practice) {
        this.engagements = engagements;
        this.work = work;
        this.file = file;
        this.team = team;
        this.people = people;
        this.clients = clients;
        this.trail = trail;
        this.practice = practice;
    }

    @Override
    public void run(StepContext context) {
        EngagementFacts last = engagements.facts(context.engagement());
        if (last.next() != null) {
            return;
        }
        // continuance is confirmed as acceptance is (AT-C 105)
        EarlierWork.inOrder(
                work.decided(last.id(), "", "DecideRenewal", "renewalDecision", "continue"),
                work.decided(last.id(), "", "ConfirmContinuance", "continuanceDecision", "continue"));
        ReportPlan report = last.leadReport();
        ReportPlan nextReport = RenewalProcess.next(
                report,
                file.latest(last.id(), "PlanNextPeriod")
                        .map(TaskRecord::answers)
                        .orElseGet(() -> new Answers(JsonNodeFactory.instance.objectNode())),
                practice);
        Actor manager = manager(last.id());
        EngagementId next = engagements.propose(
                manager,
                new Proposal(
                        last.client(),
                        title(last, nextReport),
                        reports(last, nextReport),
                        team.holders(last.id()),
                        null,
                        last.id()));
        engagements.renewedBy(last.id(), next);
        trail.record(last.id(), "renewal-opened", manager, Map.of("next", next.toString()));
    }

    /** The SOC 3 that stood beside it is drawn from the next tests again. */
    private static List<ReportPlan> reports(EngagementFacts last, ReportPlan next) {
        boolean beside = last.reports().stream().skip(1).anyMatch(ReportPlan::generalUse);
        return beside ? List.of(next, next.publicOne()) : List.of(next);
    }

    private String title(EngagementFacts last, ReportPlan report) {
        return clients.get(last.client()).name() + " " + report.name() + " "
                + report.end().getYear();
    }

    private Actor manager(EngagementId engagement) {
        return team.holders(engagement, Roles.MANAGER).stream()
                .findFirst()
                .flatMap(people::person)
                .orElseThrow(() -> new IllegalStateException("Engagement " + engagement + " has no manager"));
    }
}
