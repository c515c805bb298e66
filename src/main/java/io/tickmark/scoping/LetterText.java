package io.tickmark.scoping;

import io.tickmark.engagement.ReportPlan;

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

    private LetterText() {}

    /**
     * @param earlier the Type I whose letter is carried on, with the day that letter was signed; empty for a new letter
     */
    static String of(String firm, String client, ReportPlan report, String categories, String earlier) {
        String scope = (report.overPeriod() ? TYPE_TWO : TYPE_ONE)
                .formatted(EngagementWords.timeFrame(report), categories, report.name());
        return LETTER.formatted(firm, client, scope, earlier.isEmpty() ? "" : earlier + "\n\n");
    }
}
