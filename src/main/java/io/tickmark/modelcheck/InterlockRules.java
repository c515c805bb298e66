package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.InterlockRule.END;
import static io.tickmark.modelcheck.InterlockRule.of;

import java.util.ArrayList;
import java.util.List;

/** What must come before what. The source of each rule is the standard that asks for it. */
final class InterlockRules {

    private static final String CONCEPTS = "AT-C 105";
    private static final String EXAMINATION = "AT-C 205";
    private static final String REPORTING = "AT-C 205, SQMS 1";
    private static final String QUALITY = "SQMS 2";

    static final List<InterlockRule> ALL = all();

    private InterlockRules() {}

    private static List<InterlockRule> all() {
        List<InterlockRule> all = new ArrayList<>();
        all.addAll(scoping());
        all.addAll(engagement());
        all.addAll(work());
        all.addAll(report());
        all.addAll(signing());
        all.addAll(afterwards());
        return List.copyOf(all);
    }

    private static List<InterlockRule> scoping() {
        String in = "scoping";
        return List.of(
                of(in, "engagement-accepted", CONCEPTS, "licence-confirmed"),
                of(in, "engagement-accepted", CONCEPTS, "independence-confirmed"),
                of(in, "letter-signed-by-firm", CONCEPTS, "engagement-accepted"),
                of(in, "letter-signed-by-client", CONCEPTS, "letter-signed-by-firm"),
                of(in, "scope-frozen", CONCEPTS, "letter-signed-by-firm"),
                of(in, "scope-frozen", CONCEPTS, "letter-signed-by-client"),
                of(in, "scope-frozen", EXAMINATION, "assertion-given").since("scope-defined"),
                of(in, "scope-frozen", EXAMINATION, "scope-approved").since("scope-defined"),
                of(in, END, CONCEPTS, "scope-frozen")
                        .since("engagement-accepted")
                        .unless("acceptanceDecision", "decline"));
    }

    private static List<InterlockRule> engagement() {
        String in = "engagement";
        return List.of(
                of(in, "fieldwork-done", CONCEPTS, "scoping-done"),
                of(in, "fieldwork-done", CONCEPTS, "engagement-accepted"),
                of(in, "reporting-done", EXAMINATION, "fieldwork-done").since("reporting-done"),
                of(in, "file-assembled", CONCEPTS, "reporting-done").since("fieldwork-done"),
                of(in, "lock-approved", CONCEPTS, "file-assembled").since("reporting-done"),
                of(in, "file-locked", CONCEPTS, "reporting-done").since("fieldwork-done"),
                of(in, "file-locked", CONCEPTS, "lock-approved").since("reporting-done"),
                of(in, "engagement-closed", CONCEPTS, "file-locked").since("reporting-done"),
                of(in, "withdrawn-file-assembled", CONCEPTS, "engagement-withdrawn"),
                of(in, "withdrawn-file-locked", CONCEPTS, "withdrawn-file-assembled")
                        .since("engagement-withdrawn"),
                of(in, END, CONCEPTS, "withdrawn-file-locked").onlySince("engagement-withdrawn"));
    }

    private static List<InterlockRule> work() {
        return List.of(
                of("evidence-request", "evidence-reviewed", EXAMINATION, "evidence-provided")
                        .since("evidence-reviewed"),
                of("evidence-request", "evidence-accepted", EXAMINATION, "evidence-reviewed", "observation-recorded")
                        .since("evidence-provided"),
                of("control-test", "workpaper-reviewed", REPORTING, "control-tested")
                        .since("workpaper-reviewed"),
                of("control-test", "test-closed", REPORTING, "workpaper-reviewed")
                        .since("control-tested"),
                of("remediation", "gap-retested", EXAMINATION, "gap-fixed").since("gap-retested"),
                of("remediation", "gap-closed", EXAMINATION, "gap-retested", "risk-accepted")
                        .since("gap-fixed"),
                of("fieldwork", "requests-issued", EXAMINATION, "risk-assessed"),
                of("fieldwork", "findings-evaluated", EXAMINATION, "open-work-closed")
                        .since("open-work-checked")
                        .unlessNot("workOpen", "true"),
                of("fieldwork", "findings-evaluated", EXAMINATION, "open-work-checked"),
                of("fieldwork", END, EXAMINATION, "findings-evaluated").since("open-work-checked"));
    }

    private static List<InterlockRule> report() {
        String in = "reporting";
        return List.of(
                of(in, "opinion-decided", EXAMINATION, "description-completed"),
                of(in, "draft-checked", EXAMINATION, "report-drafted").since("opinion-decided"),
                of(in, "comments-answered", EXAMINATION, "draft-checked").since("opinion-decided"),
                of(in, "report-date-set", EXAMINATION, "comments-answered").since("opinion-decided"),
                of(in, "report-date-set", QUALITY, "quality-reviewed")
                        .since("opinion-decided")
                        .unlessNot("qualityReviewNeeded", "yes"),
                of(in, "report-date-set", EXAMINATION, "events-inquired"),
                of(in, "report-date-set", CONCEPTS, "independence-reconfirmed"),
                of(in, "representation-letter-signed", EXAMINATION, "report-date-set"),
                of(in, "assertion-signed", EXAMINATION, "report-date-set"));
    }

    private static List<InterlockRule> signing() {
        String in = "reporting";
        return List.of(
                of(in, "report-signed", EXAMINATION, "comments-answered").since("opinion-decided"),
                of(in, "report-signed", QUALITY, "quality-reviewed")
                        .since("opinion-decided")
                        .unlessNot("qualityReviewNeeded", "yes"),
                of(in, "report-signed", EXAMINATION, "events-inquired"),
                of(in, "report-signed", CONCEPTS, "independence-reconfirmed"),
                of(in, "report-signed", EXAMINATION, "report-date-set").since("opinion-decided"),
                of(in, "report-signed", EXAMINATION, "representation-letter-signed")
                        .since("report-date-set"),
                of(in, "report-signed", EXAMINATION, "assertion-signed").since("report-date-set"),
                of(in, "report-issued", REPORTING, "report-signed").since("report-date-set", "opinion-decided"),
                of(in, END, REPORTING, "report-issued")
                        .since("comments-answered")
                        .unless("furtherWork", "yes"));
    }

    private static List<InterlockRule> afterwards() {
        return List.of(
                of("joining", END, CONCEPTS, "joiner-independence-confirmed", "joiner-independence-reconfirmed"),
                of("change-request", "amended-letter-agreed", CONCEPTS, "change-decided")
                        .since("scope-redefined"),
                of("change-request", "change-applied", CONCEPTS, "change-decided")
                        .since("scope-redefined"),
                of("change-request", "change-applied", CONCEPTS, "amended-letter-agreed")
                        .since("scope-redefined"),
                of("post-issue", "post-issue-recorded", EXAMINATION, "facts-assessed"),
                of("post-issue", "post-issue-recorded", EXAMINATION, "readers-told"),
                of("post-issue", END, EXAMINATION, "post-issue-recorded")
                        .since("facts-assessed")
                        .unless("postIssueAction", "none"),
                of("renewal", "next-engagement-opened", CONCEPTS, "renewal-decided"),
                of("renewal", "next-engagement-opened", CONCEPTS, "continuance-confirmed"));
    }
}
