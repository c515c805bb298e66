package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.EngagementId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letter as it was drafted, for those who sign it. */
@Component
class EngagementLetter {

    private final EngagementFile file;

    EngagementLetter(EngagementFile file) {
        this.file = file;
    }

    Map<String, ?> prefill(EngagementId engagement) {
        return file.latest(engagement, "DraftEngagementLetter")
                .map(draft -> Map.of("letterText", draft.answers().text("letterText")))
                .orElseGet(Map::of);
    }
}
