package io.tickmark.readiness;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gap as other modules see it.
 *
 * @param reference {@code G-1} and so on within the engagement, kept as long as the gap is
 * @param control the reference of the control that falls short, or null where a criterion has no control at all
 * @param criterion the criterion that no control serves, or null
 * @param plan what is to be done about it; empty before it is planned
 * @param due when it is to be fixed, or null before it is planned
 * @param owner who fixed it last, or null
 * @param proof documents that show it is fixed
 * @param endedAt when it was closed, accepted or withdrawn, or null
 */
public record GapFacts(
        UUID id,
        EngagementId engagement,
        String reference,
        @Nullable String control,
        @Nullable String criterion,
        GapRating rating,
        GapState state,
        String description,
        String plan,
        @Nullable LocalDate due,
        @Nullable PersonId owner,
        List<UUID> proof,
        Instant foundAt,
        @Nullable Instant endedAt) {

    /** The control or, where there is none, the criterion. */
    public String about() {
        return control == null ? String.valueOf(criterion) : control;
    }

    /** As people know it: {@code G-1 ORG-01}. */
    public String label() {
        return reference + " " + about();
    }

    /** As forms show it. */
    public Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("reference", reference);
        row.put("control", about());
        row.put("rating", rating.name());
        row.put("description", description);
        return row;
    }
}
