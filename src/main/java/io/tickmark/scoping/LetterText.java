package io.tickmark.scoping;

import io.tickmark.engagement.ReportPlan;
import java.util.List;

/** The engagement letter with the terms that AT-C 105 asks to agree on, in our own words. */
final class LetterText {

    private static final String LETTER = """
            Engagement letter

            %1$s (the firm) and %2$s (the company) agree on an examination of the company's system.

            %4$sObjective and scope. %3$s

            The firm's part. The firm follows the attestation standards of the AICPA, is independent of the company, plans and performs the work, and gives an opinion. It will say so in the report if it cannot give an unmodified one.

            The company's part. Management is responsible for the description, for its assertion, for the commitments it made to customers, and for designing, running and documenting the controls. It gives the firm access to people, records and systems, and tells of every incident, fraud or breach of law that bears on the subject. At the end it confirms its statements in a representation letter dated as the report.

            Limits. Controls can fail and can be bypassed; an examination does not find everything. What is true for the time that the report speaks of need not be true after it.

            Direct help. People of the company's internal audit help the firm only where both sides agreed on it in writing.

            Changes. Scope, time or terms change only for a good reason, agreed by both sides in an amendment of this letter.
            """;

    private static final String TYPE_TWO = """
            The firm examines management's description of the system, and whether the controls stated in it were suitably designed and worked as intended %1$s, to give reasonable assurance that the company's service commitments and system requirements were met. The measure is the trust services criteria for %2$s. The result is a %3$s report for those named in it.""";

    private static final String TYPE_ONE = """
            The firm examines management's description of the system, and whether the controls stated in it were suitably designed and in place %1$s, so that the company's service commitments and system requirements would be met if the controls worked as designed. The measure is the trust services criteria for %2$s. The firm does not test whether the controls work over time, and gives no opinion on it. The result is a %3$s report for those named in it.""";

    private static final String OBJECTIVES_TYPE_TWO = """
            The firm examines management's description of the system, and whether the controls stated in it were suitably designed and worked as intended %1$s, to give reasonable assurance that the control objectives stated in the description were achieved. Management chooses these objectives as those that matter to its customers' internal control over financial reporting. The result is a %3$s report for management, the customers that used the system (the user entities) and their auditors.""";

    private static final String OBJECTIVES_TYPE_ONE = """
            The firm examines management's description of the system, and whether the controls stated in it were suitably designed and in place %1$s, so that the control objectives stated in the description would be achieved if the controls worked as designed. Management chooses these objectives as those that matter to its customers' internal control over financial reporting. The firm does not test whether the controls work over time, and gives no opinion on it. The result is a %3$s report for management, the customers that use the system (the user entities) and their auditors.""";

    private static final String PUBLIC = """
            The firm examines management's assertion that the controls of the system worked as intended %1$s, to give reasonable assurance that the company's service commitments and system requirements were met. The measure is the trust services criteria for %2$s. The result is a %3$s report, which anybody may read and which does not show the tests.""";

    private static final String PUBLIC_BESIDE = """

            From the same tests the firm also writes a SOC 3 report, which anybody may read: its opinion is on management's assertion, it does not show the tests, and it carries the same modification as the SOC 2.""";

    private LetterText() {}

    private static String terms(ReportPlan report) {
        return switch (report.reportType()) {
            case SOC1 -> report.overPeriod() ? OBJECTIVES_TYPE_TWO : OBJECTIVES_TYPE_ONE;
            case SOC2 -> report.overPeriod() ? TYPE_TWO : TYPE_ONE;
            case SOC3 -> PUBLIC;
        };
    }

    /**
     * @param reports the leading one first
     * @param earlier the Type I whose letter is carried on, with the day that letter was signed; empty for a new letter
     */
    static String of(String firm, String client, List<ReportPlan> reports, String categories, String earlier) {
        ReportPlan lead = reports.get(0);
        String scope = terms(lead).formatted(EngagementWords.timeFrame(lead), categories, lead.name())
                + (reports.stream().skip(1).anyMatch(ReportPlan::generalUse) ? "\n" + PUBLIC_BESIDE : "");
        return LETTER.formatted(firm, client, scope, earlier.isEmpty() ? "" : earlier + "\n\n");
    }
}
