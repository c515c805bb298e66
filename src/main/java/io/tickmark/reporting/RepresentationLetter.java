package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.EngagementWords;
import org.springframework.stereotype.Component;

/** What management confirms in writing at the end, in our own words (AT-C 205). */
@Component
class RepresentationLetter {

    private static final String LETTER = """
            Representation letter

            To %1$s

            In connection with your examination of the description of the system of %2$s, and of the controls stated in it, %3$s, measured against %4$s, we confirm to the best of our knowledge and belief, having asked those who should know:

            1. Our assertion is ours. We are responsible for it, for the description, for %6$s, and for designing, running and documenting the controls.

            2. We gave you all records, people and systems that bear on the examination, and every list we drew up for your tests was complete and accurate.

            3. We told you of every deficiency in the controls that we know of, of every case in which a control did not work as described, and of every incident that kept us, or may have kept us, from meeting a commitment.

            4. We told you of every known or suspected fraud, breach of law or regulation, and uncorrected error that may affect one or more of those who use the system.

            5. We told you of every communication from regulators, internal auditors and others about these matters.

            6. We considered the subservice organizations we use and the controls that we expect of them and of our customers; the description names those that matter.

            7. %5$s

            8. We do not know of any reason why the description or our assertion would mislead those for whom the report is meant.
            """;

    private static final String NO_EVENTS =
            "Nothing happened since %s, up to the date of this letter, that would change the description, our assertion or your report.";

    private static final String EVENTS =
            "Since %s the following happened, and nothing else that would change the description, our assertion or your report: ";

    private final EngagementWords words;
    private final EngagementFile file;

    RepresentationLetter(EngagementWords words, EngagementFile file) {
        this.words = words;
        this.file = file;
    }

    String of(EngagementId id) {
        String time = EngagementWords.timeFrame(words.lead(id)).replace("throughout", "for");
        return LETTER.formatted(words.firm(), words.client(id), time, words.measure(id), events(id), chosen(id));
    }

    private String chosen(EngagementId id) {
        return words.lead(id).reportType() == ReportType.SOC1
                ? "the control objectives and the criteria we chose"
                : "our service commitments and system requirements, for the criteria we chose";
    }

    private String events(EngagementId id) {
        String since =
                words.lead(id).overPeriod() ? "the end of the period" : "the date that the description speaks of";
        return file.latest(id, "InquireSubsequentEvents")
                .filter(told -> told.answers().text("subsequentEvents").equals("events"))
                .map(told -> EVENTS.formatted(since) + told.answers().text("eventsDescription"))
                .orElse(NO_EVENTS.formatted(since));
    }
}
