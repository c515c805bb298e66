package io.tickmark.scoping;

import io.tickmark.engagement.ReportPlan;

/** Management's assertion in our own words, with the parts that the kind of report needs (AT-C 205). */
final class AssertionText {

    private static final String TYPE_TWO = """
            Assertion of the management of %1$s

            We have prepared the description of our system for %4$s. We assert that:

            a. the description shows the system as it was designed and put to work %2$s, measured against the description criteria;

            b. the controls stated in it were suitably designed throughout that period, so that our service commitments and system requirements would be met by the trust services criteria for %3$s if the controls worked as intended and if customers and subservice organisations applied the controls that we assumed of them;

            c. the controls stated in it worked as intended throughout that period, so that these commitments and requirements were met.
            """;

    private static final String TYPE_ONE = """
            Assertion of the management of %1$s

            We have prepared the description of our system %2$s. We assert that:

            a. the description shows the system as it was designed and put to work %2$s, measured against the description criteria;

            b. the controls stated in it were suitably designed %2$s, so that our service commitments and system requirements would be met by the trust services criteria for %3$s if the controls worked as intended and if customers and subservice organisations applied the controls that we assumed of them.
            """;

    private AssertionText() {}

    static String of(ReportPlan report, String client, String categories) {
        String time = EngagementWords.timeFrame(report);
        return (report.overPeriod() ? TYPE_TWO : TYPE_ONE)
                .formatted(client, time, categories, time.replace("throughout ", ""));
    }
}
