package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.EngagementId;
import org.springframework.stereotype.Component;

/** Management's assertion for each report, in line with the opinion: it shows the same modification (AT-C 205). */
@Component
class FinalAssertion {

    private static final String LEADING = "assertionText";
    private static final String PUBLIC = "publicAssertionText";

    private final Engagements engagements;
    private final EngagementFile file;
    private final FiledOpinion opinion;

    FinalAssertion(Engagements engagements, EngagementFile file, FiledOpinion opinion) {
        this.engagements = engagements;
        this.file = file;
        this.opinion = opinion;
    }

    /** The field in which management's assertion for the report is given and signed. */
    static String field(EngagementFacts engagement, ReportPlan report) {
        return report.id().equals(engagement.leadReport().id()) ? LEADING : PUBLIC;
    }

    String of(EngagementId id, ReportPlan report) {
        EngagementFacts engagement = engagements.facts(id);
        String given = file.latest(id, "GiveAssertion")
                .map(record -> record.answers().text(field(engagement, report)))
                .orElse("");
        return aligned(given, opinion.decided(id, report), OpinionWords.measures(engagement));
    }

    /** @param measures what is not met, as in "criteria" */
    static String aligned(String given, DecidedOpinion decided, String measures) {
        if (!decided.modified()) {
            return given;
        }
        String criteria = decided.criteria().isEmpty()
                ? ""
                : "\n\nFor this reason we do not assert that these " + measures + " were met: "
                        + String.join(", ", decided.criteria()) + ".";
        return given + "\n\nWhat we assert above does not hold for the following:\n\n" + decided.basis() + criteria;
    }
}
