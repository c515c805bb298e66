package io.tickmark.reporting;

import java.util.Locale;

/** Where a report stands. */
public enum ReportState {
    DRAFT,
    ISSUED,
    /** Facts found after issue changed it; readers were told. */
    REVISED,
    /** Nobody may rely on it any longer; readers were told. */
    RECALLED;

    /** As the API says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
