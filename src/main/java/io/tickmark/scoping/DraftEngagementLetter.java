package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposes a letter with the terms that AT-C 105 asks to agree on, in our own words. */
@Component
class DraftEngagementLetter implements TaskRules {

    private static final String LETTER = """
            Engagement letter

            %1$s (the firm) and %2$s (the company) agree on an examination of the company's system.

            Objective and scope. The firm examines management's description of the system, and whether the controls stated in it were suitably designed and worked as intended throughout %3$s, to give reasonable assurance that the company's service commitments and system requirements were met. The measure is the trust services criteria for %4$s. The result is a SOC 2 Type II report for those named in it.

            The firm's part. The firm follows the attestation standards of the AICPA, is independent of the company, plans and performs tests of the controls, and gives an opinion. It will say so in the report if it cannot give an unmodified one.

            The company's part. Management is responsible for the description, for its assertion, for the commitments it made to customers, and for designing, running and documenting the controls. It gives the firm access to people, records and systems, and tells of every incident, fraud or breach of law that bears on the subject. At the end it confirms its statements in a representation letter dated as the report.

            Limits. Controls can fail and can be bypassed; an examination by samples does not find everything. What is true for the period need not be true after it.

            Direct help. People of the company's internal audit help the firm only where both sides agreed on it in writing.

            Changes. Scope, period or terms change only for a good reason, agreed by both sides in an amendment of this letter.
            """;

    private final EngagementWords words;

    DraftEngagementLetter(EngagementWords words) {
        this.words = words;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId id = task.engagement();
        return Map.of(
                "letterText", LETTER.formatted(words.firm(), words.client(id), words.period(id), words.categories(id)));
    }
}
