package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.evidence.EvidenceWorld.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queue outlives whoever takes from it, and gives one document to one taker at a time. */
@Tag("database")
class ReadingQueueTest extends OverHttp {

    @Autowired
    ReadingQueue queue;

    @Autowired
    ReadingWork work;

    private UUID document() {
        String request = world.asked("DOCUMENT", "ORG-01");
        UUID document = UUID.fromString(
                taken(world.upload(EvidenceWorld.OWNER, uploads(request), Sent.of("a.txt", "some text")))
                        .path(0)
                        .path("id")
                        .asString());
        // the answer does not wait for long, however busy the machine is
        work.await(List.of(document), Duration.ofMinutes(1));
        return document;
    }

    /** As a process leaves it that was killed while it read: held by a taker who is gone. */
    private void waitsSince(UUID document, String takenUntil) {
        database.sql("insert into reading_job (document_id, due_at, tries, taken_by, taken_until)"
                        + " values (?, '2020-01-01 00:00:00', 1, ?, ?)")
                .params(document.toString(), UUID.randomUUID().toString(), takenUntil)
                .update();
    }

    private String state(UUID document) {
        return world.get(EvidenceWorld.STAFF, "/api/documents/" + document + "/metadata")
                .json()
                .path("reading")
                .path("state")
                .asString();
    }

    @Test
    void whatAKilledProcessHeldIsReadOnceItsLeaseIsOver() {
        UUID document = document();
        waitsSince(document, "2999-01-01 00:00:00");
        database.sql("delete from document_reading where document_id = ?")
                .param(document.toString())
                .update();
        work.look();
        work.await(List.of(document), Duration.ofMillis(300));
        assertThat(state(document)).isEqualTo("waiting");
        database.sql("update reading_job set taken_until = '2020-01-01 00:01:00' where document_id = ?")
                .param(document.toString())
                .update();
        work.look();
        work.await(List.of(document), Duration.ofSeconds(20));
        assertThat(state(document)).isEqualTo("read");
    }

    @Test
    void whoIsStillReadingHoldsItForLonger() {
        UUID document = document();
        UUID reader = UUID.randomUUID();
        waitsSince(document, "2999-01-01 00:00:00");
        database.sql("update reading_job set taken_by = ?, taken_until = '2020-01-01 00:00:00' where document_id = ?")
                .params(reader.toString(), document.toString())
                .update();
        queue.hold(reader, Duration.ofHours(1));
        assertThat(database.sql("select count(*) from reading_job where document_id = ? and taken_by = ?"
                                + " and taken_until > current_timestamp")
                        .params(document.toString(), reader.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(queue.take(UUID.randomUUID(), Duration.ofSeconds(1)).map(ReadingQueue.Job::document))
                .isNotEqualTo(Optional.of(document));
        database.sql("delete from reading_job where document_id = ?")
                .param(document.toString())
                .update();
    }

    @Test
    void nobodyTakesWhatAnotherHolds() {
        UUID document = document();
        UUID other = UUID.randomUUID();
        waitsSince(document, "2999-01-01 00:00:00");
        Optional<ReadingQueue.Job> taken = queue.take(other, Duration.ofSeconds(30));
        assertThat(taken.map(ReadingQueue.Job::document)).isNotEqualTo(Optional.of(document));
        Boolean finished = transaction.execute(status -> queue.finish(document, other));
        assertThat(finished).as("who lost the lease keeps nothing").isFalse();
        database.sql("delete from reading_job where document_id = ?")
                .param(document.toString())
                .update();
    }
}
