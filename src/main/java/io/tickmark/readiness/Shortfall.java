package io.tickmark.readiness;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an assessment says of one control, or of one criterion without a control. */
record Shortfall(@Nullable String control, @Nullable String criterion, GapRating rating, String description) {

    static Shortfall needsWork(String control, String title) {
        return new Shortfall(control, null, GapRating.MODERATE, "The control needs work: " + title);
    }

    static Shortfall missing(String control, String title) {
        return new Shortfall(control, null, GapRating.HIGH, "The control does not exist yet: " + title);
    }

    static Shortfall uncovered(String criterion, String title) {
        return new Shortfall(null, criterion, GapRating.HIGH, "No control serves the criterion: " + title);
    }

    String about() {
        return control == null ? Objects.requireNonNull(criterion) : control;
    }
}
