package io.tickmark.engagement;

/** Whether a report speaks of one date (Type I) or of operation over a period (Type II). */
public enum AttestationType {
    TYPE_I,
    TYPE_II
}
