package io.tickmark.description;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person entered of an incident or change, already checked.
 *
 * @param controls references of related controls of the scope
 * @param criteria ids of related criteria or control objectives
 * @param fromFailedControls whether it came about because controls failed
 * @param failedCommitments whether it kept a service commitment or system requirement from being met
 * @param disposition what was done about it; empty while nothing is
 */
record IncidentEntry(
        IncidentKind kind,
        String title,
        LocalDate occurredOn,
        LocalDate discoveredOn,
        String nature,
        String extent,
        List<String> controls,
        List<String> criteria,
        boolean fromFailedControls,
        boolean failedCommitments,
        String disposition) {

    IncidentEntry {
        controls = List.copyOf(controls);
        criteria = List.copyOf(criteria);
    }
}
