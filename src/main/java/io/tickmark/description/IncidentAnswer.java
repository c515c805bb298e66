package io.tickmark.description;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An incident or change as the API shows it.
 *
 * @param recordedBy the person's name
 * @param openComments how many of the comments that the reader sees are not resolved
 */
record IncidentAnswer(
        UUID id,
        String reference,
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
        String disposition,
        String recordedBy,
        Instant recordedAt,
        int openComments,
        int version) {

    static IncidentAnswer of(Incident incident, int openComments) {
        IncidentFacts facts = incident.facts();
        return new IncidentAnswer(
                facts.id(),
                facts.reference(),
                facts.kind(),
                facts.title(),
                facts.occurredOn(),
                facts.discoveredOn(),
                facts.nature(),
                facts.extent(),
                facts.controls(),
                facts.criteria(),
                facts.fromFailedControls(),
                facts.failedCommitments(),
                facts.disposition(),
                incident.recorder(),
                incident.recordedAt(),
                openComments,
                incident.version());
    }
}
