package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The interlocks as tables: what is marked, and what must come before what. */
public final class InterlockLines {

    private static final String NO_ACT = "an end is no act";

    /** By the act, or the process whose ends a rule is about, the class that asks once more. */
    private static final Map<String, String> ENFORCED = Map.ofEntries(
            Map.entry("engagement-accepted", "scoping.AcceptEngagement"),
            Map.entry("letter-signed-by-firm", "scoping.SignLetterForFirm"),
            Map.entry("letter-signed-by-client", "scoping.SignLetterForClient"),
            Map.entry("scope-frozen", "scoping.FreezeScope"),
            Map.entry("end of scoping", "reporting.Interlocks"),
            Map.entry("fieldwork-done", "fieldwork.IssueRequests"),
            Map.entry("reporting-done", "reporting.Interlocks"),
            Map.entry("file-assembled", "reporting.AssembleFile"),
            Map.entry("lock-approved", "reporting.ApproveLock"),
            Map.entry("file-locked", "engagement.LockFile"),
            Map.entry("engagement-closed", "engagement.ClosedMeansLocked"),
            Map.entry("withdrawn-file-assembled", "engagement.LockFile"),
            Map.entry("withdrawn-file-locked", "engagement.LockFile"),
            Map.entry("end of engagement", NO_ACT),
            Map.entry("evidence-reviewed", "evidence.RecordAcceptance"),
            Map.entry("evidence-accepted", "evidence.RecordAcceptance"),
            Map.entry("workpaper-reviewed", "fieldwork.ControlTest"),
            Map.entry("test-closed", "fieldwork.ControlTest"),
            Map.entry("gap-retested", "remediation.CloseGap"),
            Map.entry("gap-closed", "remediation.CloseGap"),
            Map.entry("requests-issued", "fieldwork.IssueRequests"),
            Map.entry("findings-evaluated", "fieldwork.EvaluateFindings"),
            Map.entry("end of fieldwork", "reporting.Interlocks"),
            Map.entry("opinion-decided", "reporting.Interlocks"),
            Map.entry("draft-checked", "reporting.Interlocks"),
            Map.entry("comments-answered", "reporting.Interlocks"),
            Map.entry("report-date-set", "reporting.Interlocks"),
            Map.entry("representation-letter-signed", "reporting.SignRepresentationLetter"),
            Map.entry("assertion-signed", "reporting.SignAssertion"),
            Map.entry("report-signed", "reporting.Interlocks"),
            Map.entry("report-issued", "reporting.IssueReport"),
            Map.entry("end of reporting", "reporting.ApproveLock"),
            Map.entry("end of joining", "reporting.Interlocks"),
            Map.entry("amended-letter-agreed", "changes.AgreeAmendedLetter"),
            Map.entry("change-applied", "changes.ApplyChange"),
            Map.entry("post-issue-recorded", "reporting.RecordPostIssue"),
            Map.entry("end of post-issue", NO_ACT),
            Map.entry("next-engagement-opened", "renewal.OpenNextEngagement"));

    private InterlockLines() {}

    public static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "### What is marked",
                "",
                "| `interlock` | in | element | may be done by |",
                "| --- | --- | --- | --- |"));
        InterlockMarks.ALL.values().stream().map(InterlockLines::mark).forEach(lines::add);
        lines.addAll(List.of(
                "",
                "### What must come before what",
                "",
                "| before | must have come | anew since | not needed when | source | the act asks again in |",
                "| --- | --- | --- | --- | --- | --- |"));
        InterlockRules.ALL.stream().map(InterlockLines::rule).forEach(lines::add);
        return lines;
    }

    private static String mark(InterlockMark mark) {
        String element =
                switch (mark.kind()) {
                    case "userTask" -> "task \"" + mark.title() + "\"";
                    case "serviceTask" -> "step `" + mark.act() + "`";
                    case "callActivity" -> "call of `" + mark.act() + "`";
                    default -> event(mark);
                };
        return row("`" + mark.word() + "`", "`" + mark.process() + "`", element, code(mark.roles().stream()));
    }

    private static String event(InterlockMark mark) {
        String phase = mark.act().isEmpty() ? "" : ", phase `" + mark.act() + "`";
        String message = mark.message() == null ? "" : ", `" + mark.message() + "`";
        return (mark.kind().equals("endEvent") ? "end" : "event") + phase + message;
    }

    private static String rule(InterlockRule rule) {
        String act = rule.isAboutEnds() ? "end of " + rule.process() : rule.act();
        String since = code(rule.since().stream());
        return row(
                rule.isAboutEnds() ? "each end of `" + rule.process() + "`" : "`" + act + "`",
                rule.before().stream().map(InterlockLines::needed).collect(Collectors.joining(" or ")),
                rule.onlyAfterSince() ? "only after " + since : since,
                excuse(rule.excuse()),
                rule.source(),
                enforced(act));
    }

    private static String needed(String word) {
        Decision decision = Objects.requireNonNull(InterlockMarks.ALL.get(word)).decision();
        return "`" + word + "`" + (decision == null ? "" : " with `" + decision.go() + "`");
    }

    private static String excuse(@org.jspecify.annotations.Nullable Excuse excuse) {
        if (excuse == null) {
            return "";
        }
        return "`" + excuse.variable() + "` is " + (excuse.equal() ? "" : "not ") + "`" + excuse.value() + "`";
    }

    private static String enforced(String act) {
        String named = Objects.requireNonNull(ENFORCED.get(act), () -> "Which class enforces " + act + "?");
        if (named.equals(NO_ACT)) {
            return named;
        }
        try {
            return "`" + Class.forName("io.tickmark." + named).getSimpleName() + "`";
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(act + " is enforced by a class that is gone", gone);
        }
    }

    private static String code(Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
