package io.tickmark.scoping;

import java.util.List;
import java.util.UUID;

/**
 * A control of the scope, as it stood when the scope was frozen; before that, as the client's library has it now.
 *
 * @param id differs before and after the freeze; {@code reference} does not, so refer by that
 * @param reference the client's own id of the control, such as {@code ORG-01}; unique within the client
 * @param criteria ids of the criteria it serves, such as {@code CC1.1}; only those of the engagement's categories
 * @param frequency one of {@code continuous multiple_daily daily weekly monthly quarterly semiannual annual per_event}
 * @param nature such as {@code preventive/manual}
 * @param evidence in the order asked; a population stands before the samples drawn from it
 */
public record ScopedControl(
        UUID id,
        String reference,
        String title,
        String description,
        List<String> criteria,
        String frequency,
        String nature,
        List<PlannedEvidence> evidence) {

    public ScopedControl {
        criteria = List.copyOf(criteria);
        evidence = List.copyOf(evidence);
    }

    /** The same control as it serves these criteria or control objectives. */
    ScopedControl serving(List<String> others) {
        return new ScopedControl(id, reference, title, description, others, frequency, nature, evidence);
    }

    /** As a person picks it from a list. */
    public String label() {
        return reference + " " + title;
    }
}
