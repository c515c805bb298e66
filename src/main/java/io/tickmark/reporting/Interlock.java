package io.tickmark.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule that must hold before a report is signed, and how it stands.
 *
 * @param rule in a few words, as the partner reads it
 * @param missing what is missing and what to do about it; null when the rule holds
 * @param date when what the rule asks for happened, where it has a date
 */
record Interlock(
        String rule, @Nullable String missing, @Nullable LocalDate date) {

    static Interlock of(String rule, boolean holds, String missing, @Nullable LocalDate date) {
        return new Interlock(rule, holds ? null : missing, date);
    }

    boolean holds() {
        return missing == null;
    }

    /** A row of the form's table. */
    Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("rule", rule);
        row.put("state", missing == null ? "in place" : missing);
        row.put("date", date == null ? "" : date.toString());
        return row;
    }
}
