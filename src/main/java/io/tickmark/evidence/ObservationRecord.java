package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.workflow.Answers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what an auditor observed as a text beside the photos and notes, so that the evidence stands complete. */
@Component
class ObservationRecord {

    private final RequestRepository requests;
    private final EngagementFile file;
    private final Documents documents;
    private final DocumentRepository table;
    private final TransactionTemplate reading;

    ObservationRecord(
            RequestRepository requests,
            EngagementFile file,
            Documents documents,
            DocumentRepository table,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.file = file;
        this.documents = documents;
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What was observed, on its way to become a document. */
    private record Text(Place place, String name, String content, LocalDate day) {}

    /** The text in the store; empty for other kinds of request, and for one that has ended. */
    Optional<StoredDocument> store(EngagementId engagement, UUID id) {
        Optional<Text> read = reading.execute(status -> read(engagement, id));
        return (read == null ? Optional.<Text>empty() : read)
                .map(text -> documents.store(
                        text.place(), text.name(), "text/plain", text.content().getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes the stored text count, where it is still to be kept. */
    void keep(EngagementId engagement, UUID id, Optional<StoredDocument> stored) {
        read(engagement, id).ifPresent(text -> {
            UUID kept = documents
                    .count(stored.orElseThrow(
                            () -> new ConcurrencyFailureException("The observation was recorded only just now")))
                    .id();
            table.findById(kept).ifPresent(document -> document.give(text.day(), text.day()));
        });
    }

    void release(StoredDocument stored) {
        documents.release(stored);
    }

    private Optional<Text> read(EngagementId engagement, UUID id) {
        return requests.findById(id)
                .filter(r -> r.kind() == EvidenceKind.OBSERVATION && !r.state().isClosed())
                .flatMap(request -> file.latest(engagement, "RecordObservation", id.toString())
                        .map(record -> read(request, record)));
    }

    private static Text read(EvidenceRequest request, TaskRecord record) {
        Place place = new Place(
                request.engagement(), request.client(), request.id(), null, null, MadeBy.AUDITOR, Audience.FIRM, true);
        String name = "Observation " + request.reference() + ".txt";
        return new Text(place, name, text(request, record), record.answers().needDate("observedOn"));
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
