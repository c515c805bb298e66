package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.workflow.Answers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what an auditor observed as a text beside the photos and notes, so that the evidence stands complete. */
@Component
class ObservationRecord {

    private final RequestRepository requests;
    private final EngagementFile file;
    private final Documents documents;
    private final DocumentRepository table;

    ObservationRecord(RequestRepository requests, EngagementFile file, Documents documents, DocumentRepository table) {
        this.requests = requests;
        this.file = file;
        this.documents = documents;
        this.table = table;
    }

    /** Does nothing for other kinds of request, and for one that has ended. */
    void keep(EngagementId engagement, UUID id) {
        requests.findById(id)
                .filter(r -> r.kind() == EvidenceKind.OBSERVATION && !r.state().isClosed())
                .ifPresent(request -> file.latest(engagement, "RecordObservation", id.toString())
                        .ifPresent(record -> keep(request, record)));
    }

    private void keep(EvidenceRequest request, TaskRecord record) {
        Place place = new Place(
                request.engagement(), request.client(), request.id(), null, null, MadeBy.AUDITOR, Audience.FIRM, true);
        byte[] text = text(request, record).getBytes(StandardCharsets.UTF_8);
        String name = "Observation " + request.reference() + ".txt";
        UUID kept = documents.keep(place, name, "text/plain", new ByteArrayInputStream(text));
        LocalDate day = record.answers().needDate("observedOn");
        table.findById(kept).ifPresent(document -> document.give(day, day));
    }

    private static String text(EvidenceRequest request, TaskRecord record) {
        Answers said = record.answers();
        return String.join(
                "\n",
                request.label(),
                "Controls: " + String.join(", ", request.controls()),
                "Observed on: " + said.needDate("observedOn"),
                "Recorded by: " + record.personName() + ", " + record.completedAt(),
                "",
                said.text("observed"),
                "");
    }
}
