package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.InterlockMark.call;
import static io.tickmark.modelcheck.InterlockMark.event;
import static io.tickmark.modelcheck.InterlockMark.step;
import static io.tickmark.modelcheck.InterlockMark.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The words that mark interlocks, and what the marked elements must stay. */
final class InterlockMarks {

    private static final String PARTNER = "audit-partner";
    private static final String MANAGER = "audit-manager";
    private static final String SENIOR = "audit-senior";
    private static final String STAFF = "audit-staff";
    private static final String TEAM = "audit-team";
    private static final String SPONSOR = "client-sponsor";
    private static final String COMPLIANCE = "client-compliance";
    private static final String OWNER = "control-owner";
    private static final String EACH_AUDITOR = "${auditorCount}";

    static final Map<String, InterlockMark> ALL = all();

    /** Who reviews what another role prepared; where the roles allowed have none in common, nothing is said here. */
    static final Map<String, String> REVIEWS = Map.of("workpaper-reviewed", "control-tested");

    private InterlockMarks() {}

    private static Map<String, InterlockMark> all() {
        Map<String, InterlockMark> marks = new LinkedHashMap<>();
        Stream.of(scoping(), engagement(), evidence(), fieldwork(), remediation(), reporting(), joining(), afterwards())
                .flatMap(List::stream)
                .forEach(mark -> marks.put(mark.word(), mark));
        return marks;
    }

    private static List<InterlockMark> scoping() {
        String at = "scoping";
        return List.of(
                task(at, "licence-confirmed", "ConfirmLicence", PARTNER),
                task(at, "independence-confirmed", "ConfirmIndependence", TEAM)
                        .each(EACH_AUDITOR)
                        .withSignature(),
                task(at, "engagement-accepted", "AcceptEngagement", PARTNER)
                        .decides("acceptanceDecision", "accept", "decline"),
                task(at, "letter-signed-by-firm", "SignLetterForFirm", PARTNER).withSignature(),
                task(at, "letter-signed-by-client", "SignLetterForClient", SPONSOR)
                        .withSignature(),
                task(at, "scope-defined", "DefineScope", COMPLIANCE),
                task(at, "assertion-given", "GiveAssertion", SPONSOR).withSignature(),
                task(at, "scope-approved", "ApproveScope", MANAGER, PARTNER)
                        .decides("scopeDecision", "approve", "return"),
                step(at, "scope-frozen", "freezeScope"));
    }

    private static List<InterlockMark> engagement() {
        String at = "engagement";
        return List.of(
                call(at, "scoping-done", "scoping")
                        .decides("acceptanceDecision", "accept", "decline")
                        .handsBack("acceptanceDecision", "qualityReviewNeeded"),
                call(at, "fieldwork-done", "fieldwork").handsOver("furtherWork"),
                call(at, "reporting-done", "reporting")
                        .decides("furtherWork", "no", "yes")
                        .handsOver("qualityReviewNeeded")
                        .handsBack("furtherWork"),
                task(at, "file-assembled", "AssembleFile", SENIOR, MANAGER, PARTNER),
                task(at, "lock-approved", "ApproveLock", PARTNER).withSignature(),
                step(at, "file-locked", "lockFile"),
                event(at, "engagement-closed", "endEvent", "closed"),
                event(at, "engagement-declined", "endEvent", "declined"),
                event(at, "engagement-withdrawn", "startEvent", "withdrawn").on("Message_EngagementWithdrawn"),
                task(at, "withdrawn-file-assembled", "AssembleWithdrawnFile", SENIOR, MANAGER, PARTNER),
                step(at, "withdrawn-file-locked", "lockFile"));
    }

    private static List<InterlockMark> evidence() {
        String at = "evidence-request";
        return List.of(
                task(at, "evidence-provided", "ProvideEvidence", OWNER, COMPLIANCE)
                        .assignedTo("${requestOwner}"),
                task(at, "evidence-reviewed", "ReviewEvidence", STAFF, SENIOR, MANAGER, PARTNER)
                        .decides("evidenceDecision", "accept", "return"),
                task(at, "observation-recorded", "RecordObservation", STAFF, SENIOR, MANAGER, PARTNER),
                step(at, "evidence-accepted", "recordAcceptance"));
    }

    private static List<InterlockMark> fieldwork() {
        String test = "control-test";
        String at = "fieldwork";
        return List.of(
                task(test, "control-tested", "TestControl", STAFF, SENIOR, MANAGER),
                task(test, "workpaper-reviewed", "ReviewWorkpaper", SENIOR, MANAGER, PARTNER)
                        .decides("reviewDecision", "approve", "return"),
                step(test, "test-closed", "closeTest"),
                task(at, "risk-assessed", "AssessRisk", MANAGER, PARTNER),
                step(at, "requests-issued", "issueRequests"),
                step(at, "open-work-checked", "checkOpenWork"),
                event(at, "open-work-closed", "intermediateCatchEvent", "").on("Message_WorkClosed"),
                task(at, "findings-evaluated", "EvaluateFindings", MANAGER, PARTNER));
    }

    private static List<InterlockMark> remediation() {
        String at = "remediation";
        return List.of(
                task(at, "gap-fixed", "FixGap", OWNER),
                task(at, "gap-retested", "RetestGap", COMPLIANCE, SPONSOR)
                        .decides("retestDecision", "closed", "reopen"),
                task(at, "risk-accepted", "AcceptRisk", SPONSOR).decides("riskDecision", "accept", "refuse"),
                step(at, "gap-closed", "closeGap"));
    }

    private static List<InterlockMark> reporting() {
        String at = "reporting";
        return List.of(
                task(at, "description-completed", "CompleteDescription", COMPLIANCE, SPONSOR),
                task(at, "opinion-decided", "DecideOpinion", PARTNER),
                step(at, "report-drafted", "draftReport"),
                task(at, "draft-checked", "CheckDraft", COMPLIANCE, SPONSOR),
                task(at, "comments-answered", "AnswerComments", MANAGER, PARTNER),
                task(at, "quality-reviewed", "ReviewQuality", "quality-reviewer")
                        .decides("qualityDecision", "clear", "return"),
                task(at, "events-inquired", "InquireSubsequentEvents", COMPLIANCE, SPONSOR),
                task(at, "independence-reconfirmed", "ReconfirmIndependence", TEAM)
                        .each(EACH_AUDITOR)
                        .withSignature(),
                task(at, "report-date-set", "SetReportDate", PARTNER),
                task(at, "representation-letter-signed", "SignRepresentationLetter", SPONSOR)
                        .withSignature(),
                task(at, "assertion-signed", "SignAssertion", SPONSOR).withSignature(),
                task(at, "report-signed", "SignReport", PARTNER)
                        .withSignature()
                        .decides("signing", "sign", "redate", "back"),
                step(at, "report-issued", "issueReport"));
    }

    private static List<InterlockMark> joining() {
        String at = "joining";
        return List.of(
                task(at, "joiner-independence-confirmed", "ConfirmIndependence", TEAM)
                        .withSignature(),
                task(at, "joiner-independence-reconfirmed", "ReconfirmIndependence", TEAM)
                        .withSignature());
    }

    private static List<InterlockMark> afterwards() {
        String change = "change-request";
        String post = "post-issue";
        String renewal = "renewal";
        return List.of(
                task(change, "scope-redefined", "RedefineScope", COMPLIANCE),
                task(change, "change-decided", "DecideChange", PARTNER).decides("changeDecision", "approve", "refuse"),
                task(change, "amended-letter-agreed", "AgreeAmendedLetter", SPONSOR)
                        .withSignature(),
                step(change, "change-applied", "applyChange"),
                task(post, "facts-assessed", "AssessFacts", PARTNER),
                task(post, "readers-told", "TellReaders", COMPLIANCE, SPONSOR),
                step(post, "post-issue-recorded", "recordPostIssue"),
                task(renewal, "renewal-decided", "DecideRenewal", SPONSOR)
                        .decides("renewalDecision", "continue", "stop", "successor"),
                task(renewal, "continuance-confirmed", "ConfirmContinuance", PARTNER)
                        .decides("continuanceDecision", "continue", "decline"),
                step(renewal, "next-engagement-opened", "openNextEngagement"));
    }

    /** Whether a loop is the one that its mark knows, and so runs for each auditor of the engagement. */
    static boolean runsForSure(Part part) {
        String word = part.word();
        InterlockMark mark = word == null ? null : ALL.get(word);
        Element loop = part.loop();
        return mark != null && mark.loop() != null && loop != null && isOnly(loop, mark.loop());
    }

    private static boolean isOnly(Element loop, String count) {
        List<Element> inside =
                Bpmn.children(loop).stream().filter(Bpmn::isModel).toList();
        return Bpmn.kind(loop).equals("multiInstanceLoopCharacteristics")
                && inside.size() == 1
                && Bpmn.kind(inside.get(0)).equals("loopCardinality")
                && Bpmn.text(inside.get(0)).strip().equals(count)
                && Bpmn.extension(loop, "collection") == null;
    }
}
