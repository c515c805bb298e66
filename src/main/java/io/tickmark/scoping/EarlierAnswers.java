package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was answered before: in this engagement when work comes back, else in the one it renews. */
@Component
public class EarlierAnswers {

    private final Engagements engagements;
    private final EngagementFile file;

    EarlierAnswers(Engagements engagements, EngagementFile file) {
        this.engagements = engagements;
        this.file = file;
    }

    /** The newest record of the first of these phrases that has one; this engagement before the one it renews. */
    public Optional<TaskRecord> latest(EngagementId engagement, String... phrases) {
        return Stream.of(engagement, engagements.facts(engagement).previous())
                .filter(Objects::nonNull)
                .flatMap(id -> Stream.of(phrases).flatMap(phrase -> file.latest(id, phrase).stream()))
                .findFirst();
    }

    /** Those of the answers that carry these keys, ready to prefill the same keys. */
    public static Map<String, Object> keep(Optional<TaskRecord> record, List<String> keys) {
        Map<String, Object> kept = new LinkedHashMap<>();
        record.ifPresent(answered -> keys.forEach(key -> {
            var value = answered.answers().json().get(key);
            if (value != null && !value.isNull()) {
                kept.put(key, value);
            }
        }));
        return kept;
    }
}
