package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.EngagementId;
import org.springframework.stereotype.Component;

/** Management's assertion brought in line with the opinion: it shows the same modification (AT-C 205). */
@Component
class FinalAssertion {

    private final EngagementFile file;
    private final FiledOpinion opinion;

    FinalAssertion(EngagementFile file, FiledOpinion opinion) {
        this.file = file;
        this.opinion = opinion;
    }

    String of(EngagementId engagement) {
        String given = file.latest(engagement, "GiveAssertion")
                .map(record -> record.answers().text("assertionText"))
                .orElse("");
        return aligned(given, opinion.decided(engagement));
    }

    static String aligned(String given, DecidedOpinion decided) {
        if (!decided.modified()) {
            return given;
        }
        String criteria = decided.criteria().isEmpty()
                ? ""
                : "\n\nFor this reason we do not assert that these criteria were met: "
                        + String.join(", ", decided.criteria()) + ".";
        return given + "\n\nWhat we assert above does not hold for the following:\n\n" + decided.basis() + criteria;
    }
}
