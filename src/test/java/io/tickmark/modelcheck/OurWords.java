package io.tickmark.modelcheck;

import java.util.Map;
import java.util.Set;

/** The words of this application, for tests without one; {@code ModelGateTest} holds the list to the application. */
public final class OurWords {

    public static final Vocabulary VOCABULARY = new Vocabulary(
            Set.of(
                    "applyChange",
                    "beginRollForward",
                    "checkOpenWork",
                    "closeGap",
                    "closeTest",
                    "countAuditors",
                    "draftReport",
                    "endOpenWork",
                    "escalateRequest",
                    "freezeScope",
                    "issueReport",
                    "issueRequests",
                    "lockFile",
                    "openNextEngagement",
                    "planCalendar",
                    "planNextCollection",
                    "raiseRecurringRequests",
                    "recordAcceptance",
                    "recordDecline",
                    "recordGaps",
                    "recordPostIssue",
                    "recordRefusal",
                    "recordWithdrawal",
                    "remindAssembly",
                    "remindOwner",
                    "reopenTests",
                    "startRemediations"),
            Set.of(
                    "atOneDate",
                    "auditorCount",
                    "auditorId",
                    "changeId",
                    "clientReview",
                    "collectionAhead",
                    "controlTestId",
                    "engagementId",
                    "factsId",
                    "gapId",
                    "gapsOpen",
                    "nextCollection",
                    "periodEnd",
                    "periodOver",
                    "periodStart",
                    "proposedOpinion",
                    "proposedReport",
                    "reconfirmationAsked",
                    "renewalDate",
                    "reportId",
                    "requestDue",
                    "requestId",
                    "requestKind",
                    "requestOwner",
                    "scopeChanges",
                    "subserviceOrganisation",
                    "workOpen"),
            Set.of(
                    "audit-manager",
                    "audit-partner",
                    "audit-senior",
                    "audit-staff",
                    "audit-team",
                    "client-compliance",
                    "client-sponsor",
                    "control-owner",
                    "project-manager",
                    "quality-reviewer",
                    "subservice-sponsor"),
            new Sources(
                    Map.of(
                            "change-request", Set.of("changeId", "scopeChanges"),
                            "control-test", Set.of("controlTestId"),
                            "engagement", Set.of("furtherWork", "qualityReviewNeeded"),
                            "evidence-request",
                                    Set.of("clientReview", "requestDue", "requestId", "requestKind", "requestOwner"),
                            "joining", Set.of("auditorId", "reconfirmationAsked"),
                            "post-issue", Set.of("factsId", "reportId"),
                            "remediation", Set.of("gapId"),
                            "subservice", Set.of("subserviceOrganisation")),
                    Map.of(
                            "checkOpenWork", Set.of("workOpen"),
                            "countAuditors", Set.of("auditorCount"),
                            "planCalendar",
                                    Set.of("atOneDate", "periodEnd", "periodOver", "periodStart", "renewalDate"),
                            "planNextCollection", Set.of("collectionAhead"),
                            "startRemediations", Set.of("gapsOpen")),
                    Map.of("collectionAhead", Set.of("nextCollection"))));

    private OurWords() {}
}
