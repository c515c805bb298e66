package io.tickmark.reporting;

import io.tickmark.engagement.ReportPlan;
import io.tickmark.scoping.EngagementWords;

/** What the management of an inclusive subservice organisation states, in our own words (AT-C 205). */
final class SubserviceText {

    private static final String ASSERTION = """
            We provide services to %2$s that are part of its system. We have given %2$s what its description of that system says of our services and controls. We assert that:

            a. the description shows our services and controls as they were designed and put to work %3$s, measured against the criteria that the management of %2$s states in its assertion;

            b. our controls stated in it were suitably designed %3$s, as far as the commitments, requirements and objectives named there depend on them%4$s
            """;

    private static final String OPERATED = """
            ;

            c. our controls stated in it worked as intended throughout that period.""";

    private static final String LETTER = """
            Representation letter of the management of %1$s

            To %5$s

            In connection with your examination of the description of the system of %2$s %3$s, which includes our services and controls, we confirm to the best of our knowledge and belief, having asked those who should know:

            1. Our assertion is ours. We are responsible for it, for what the description says of our services and controls, and for designing, running and documenting these controls.

            2. We gave you all records, people and systems that bear on your examination of them, and every list we drew up for your tests was complete and accurate.

            3. We told you of every deficiency in these controls that we know of, of every case in which one did not work as described, of every incident, and of every known or suspected fraud or breach of law that bears on the services.

            4. Nothing happened since the time that the description speaks of, up to the date of this letter, that would change it, our assertion or your report.
            """;

    private SubserviceText() {}

    static String assertion(String organisation, String client, ReportPlan report) {
        return ASSERTION
                .formatted(
                        organisation, client, EngagementWords.timeFrame(report), report.overPeriod() ? OPERATED : ".")
                .strip();
    }

    static String letter(String organisation, String client, String firm, ReportPlan report) {
        return LETTER.formatted(
                        organisation, client, EngagementWords.timeFrame(report).replace("throughout", "for"), "", firm)
                .strip();
    }
}
