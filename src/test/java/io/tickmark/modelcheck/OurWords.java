package io.tickmark.modelcheck;

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
                    "quality-reviewer"));

    private OurWords() {}
}
