package io.tickmark.readiness;

/** How much a gap endangers the report. */
public enum GapRating {
    HIGH,
    MODERATE,
    LOW
}
