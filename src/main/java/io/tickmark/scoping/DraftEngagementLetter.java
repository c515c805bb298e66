package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposes a letter; what follows a Type I goes on under the terms of its letter. */
@Component
class DraftEngagementLetter implements TaskRules {

    private final EngagementWords words;
    private final Engagements engagements;
    private final EngagementFile file;

    DraftEngagementLetter(EngagementWords words, Engagements engagements, EngagementFile file) {
        this.words = words;
        this.engagements = engagements;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId id = task.engagement();
        return Map.of(
                "letterText",
                LetterText.of(
                        words.firm(),
                        words.client(id),
                        engagements.facts(id).reports(),
                        words.categories(id),
                        carriedOn(id)));
    }

    private String carriedOn(EngagementId id) {
        EngagementId previous = engagements.facts(id).previous();
        if (previous == null) {
            return "";
        }
        EngagementFacts last = engagements.facts(previous);
        return last.atOneDate()
                ? file.latest(previous, "SignLetterForClient")
                        .map(signed -> "Terms carried on. The terms agreed in the engagement letter of "
                                + EngagementWords.day(LocalDate.ofInstant(signed.completedAt(), ZoneOffset.UTC))
                                + ", under which the firm examined the design of the controls "
                                + EngagementWords.timeFrame(last.leadReport())
                                + ", go on to hold; what follows says what is examined now.")
                        .orElse("")
                : "";
    }
}
