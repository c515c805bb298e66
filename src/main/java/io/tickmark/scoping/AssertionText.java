package io.tickmark.scoping;

import io.tickmark.engagement.ReportPlan;

/** Management's assertion in our own words, with the parts that the kind of report needs (AT-C 205). */
final class AssertionText {

    private static final String TYPE_TWO = """
            Assertion of the management of %1$s

            We have prepared the description of our system for %4$s. We assert that:

            a. the description shows the system as it was designed and put to work %2$s, measured against the description criteria;

            b. the controls stated in it were suitably designed throughout that period, so that our service commitments and system requirements would be met by the trust services criteria for %3$s if the controls worked as intended and if customers and subservice organizations applied the controls that we assumed of them;

            c. the controls stated in it worked as intended throughout that period, so that these commitments and requirements were met.
            """;

    private static final String TYPE_ONE = """
            Assertion of the management of %1$s

            We have prepared the description of our system %2$s. We assert that:

            a. the description shows the system as it was designed and put to work %2$s, measured against the description criteria;

            b. the controls stated in it were suitably designed %2$s, so that our service commitments and system requirements would be met by the trust services criteria for %3$s if the controls worked as intended and if customers and subservice organizations applied the controls that we assumed of them.
            """;

    private static final String OBJECTIVES_TYPE_TWO = """
            Assertion of the management of %1$s

            We have prepared the description of our system for the entities that used it during %4$s, and for their auditors, who know enough of it to consider the description together with other information, that on the controls of the user entities themselves included. We assert that:

            a. the description shows the system as it was designed and put to work %2$s to process the transactions of user entities. The criteria for this are that it says which services and classes of transactions it covers, how transactions are started, authorized, recorded, processed, corrected and reported, which control objectives and controls there are, which controls user entities and subservice organizations are expected to have, and what changed; and that it leaves out or distorts nothing that matters to a wide range of user entities and their auditors;

            b. the controls related to the control objectives stated in it were suitably designed and worked as intended throughout that period to achieve those objectives, if user entities and subservice organizations applied the controls that we assumed of them. The criteria for this are that we named the risks that threaten the objectives, that the controls would, working as described, keep those risks from coming true, and that they were applied consistently, by people with the competence and authority for it.
            """;

    private static final String OBJECTIVES_TYPE_ONE = """
            Assertion of the management of %1$s

            We have prepared the description of our system %2$s for the entities that use it, and for their auditors, who know enough of it to consider the description together with other information, that on the controls of the user entities themselves included. We assert that:

            a. the description shows the system as it was designed and put to work %2$s to process the transactions of user entities. The criteria for this are that it says which services and classes of transactions it covers, how transactions are started, authorized, recorded, processed, corrected and reported, which control objectives and controls there are, and which controls user entities and subservice organizations are expected to have; and that it leaves out or distorts nothing that matters to a wide range of user entities and their auditors;

            b. the controls related to the control objectives stated in it were suitably designed %2$s to achieve those objectives, if user entities and subservice organizations applied the controls that we assumed of them. The criteria for this are that we named the risks that threaten the objectives, and that the controls would, working as described, keep those risks from coming true.
            """;

    private static final String PUBLIC = """
            Assertion of the management of %1$s

            We are responsible for designing, putting in place, operating and maintaining controls within our system %2$s that give reasonable assurance that our service commitments and system requirements were met by the trust services criteria for %3$s. The boundaries of the system, and our principal service commitments and system requirements, are described in Section III.

            We evaluated the controls within the system throughout that period. We assert that they worked as intended, so that these commitments and requirements were met, if customers and subservice organizations applied the controls that we assumed of them.

            Controls have limits, human error and their circumvention among them; for this reason they give reasonable and not absolute assurance.
            """;

    private AssertionText() {}

    static String of(ReportPlan report, String client, String categories) {
        String time = EngagementWords.timeFrame(report);
        return text(report).formatted(client, time, categories, time.replace("throughout ", ""));
    }

    private static String text(ReportPlan report) {
        return switch (report.reportType()) {
            case SOC1 -> report.overPeriod() ? OBJECTIVES_TYPE_TWO : OBJECTIVES_TYPE_ONE;
            case SOC2 -> report.overPeriod() ? TYPE_TWO : TYPE_ONE;
            case SOC3 -> PUBLIC;
        };
    }
}
