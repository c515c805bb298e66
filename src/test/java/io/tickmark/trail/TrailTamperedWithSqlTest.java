package io.tickmark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Sha256;
import io.tickmark.trail.Verification.Broken;
import io.tickmark.trail.Verification.Fault;
import io.tickmark.trail.Verification.Sound;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who owns the database against somebody who kept a checkpoint. */
class TrailTamperedWithSqlTest {

    private final TrailWorld world = new TrailWorld();
    private final EngagementId engagement = world.anEngagementWith(8);
    private final Checkpoint kept = world.trail.head(engagement);

    @AfterEach
    void closeTheWorld() {
        world.close();
    }

    @Test
    void untouchedItIsSoundAndStaysSoAsItGrows() {
        world.record(engagement, "report-issued", Map.of());
        assertThat(verify(kept)).isInstanceOf(Sound.class);
    }

    @Test
    void aChangedFieldIsFound() {
        for (String change : new String[] {
            "facts = '{\"documents\":4,\"title\":\"other\"}'",
            "facts = 'not json'",
            "facts = '{},\"facts\":{}'",
            "facts = concat('{}', char(10))",
            "actor = 'partner'",
            "actor_name = 'Somebody'",
            "event_name = 'evidence-returned'",
            "recorded_at = '2026-03-30T08:15:30Z'",
            "recorded_at = 'yesterday'",
            "previous_hash = '" + "1".repeat(64) + "'",
            "entry_hash = '" + "1".repeat(64) + "'"
        }) {
            EngagementId another = world.anEngagementWith(6);
            world.sql("update trail_entry set " + change + " where seq = 4 and engagement_id = ?", another.toString());
            assertThat(Exports.verify(world.export(another)))
                    .as(change)
                    .isInstanceOfSatisfying(
                            Broken.class, broken -> assertThat(broken.seq()).isEqualTo(4));
            assertThat(world.trail.of(another, 0, 10)).as(change).hasSize(6);
        }
    }

    @Test
    void aRemovedRowIsFound() {
        sql("delete from trail_entry where seq = 5 and engagement_id = ?");
        assertFound(null, 5, Fault.MISSING);
    }

    @Test
    void aRemovedFirstRowIsFound() {
        sql("delete from trail_entry where seq = 1 and engagement_id = ?");
        assertFound(null, 1, Fault.MISSING);
    }

    @Test
    void aRowPutBetweenTwoIsFound() {
        sql("update trail_entry set seq = seq + 100 where seq >= 5 and engagement_id = ?");
        sql("update trail_entry set seq = seq - 99 where seq >= 105 and engagement_id = ?");
        sql("update trail_head set last_seq = 9 where engagement_id = ?");
        insertForged(5, 4);
        assertFound(null, 5, Fault.INSERTED);
    }

    @Test
    void aRowPutBehindTheEndIsFound() {
        insertForged(9, 8);
        assertFound(null, 9, Fault.INSERTED);
    }

    @Test
    void aRowPutBeforeTheFirstIsFound() {
        insertForged(0, 8);
        assertFound(null, 0, Fault.INSERTED);
    }

    @Test
    void rowsCutOffAreFoundByTheHead() {
        sql("delete from trail_entry where seq > 6 and engagement_id = ?");
        assertFound(null, 7, Fault.CUT_OFF);
    }

    @Test
    void rowsCutOffTogetherWithTheHeadAreFoundFromACheckpointOnly() {
        sql("delete from trail_entry where seq > 6 and engagement_id = ?");
        Entry sixth = world.trail.of(engagement, 5, 1).get(0);
        world.sql(
                "update trail_head set last_seq = 6, last_hash = ? where engagement_id = ?",
                sixth.hash(),
                engagement.toString());
        assertThat(verify(null)).isInstanceOf(Sound.class);
        assertFound(kept, 7, Fault.CUT_OFF);
        world.record(engagement, "evidence-accepted", Map.of());
        world.record(engagement, "evidence-accepted", Map.of());
        assertFound(kept, 8, Fault.CHANGED);
    }

    @Test
    void aTrailWithoutItsHeadIsFound() {
        sql("delete from trail_head where engagement_id = ?");
        assertFound(null, 1, Fault.INSERTED);
    }

    @Test
    void anEmptiedTrailIsFoundFromACheckpoint() {
        sql("delete from trail_head where engagement_id = ?");
        sql("delete from trail_entry where engagement_id = ?");
        assertFound(kept, 1, Fault.CUT_OFF);
    }

    private void insertForged(long seq, long after) {
        Entry before = world.trail.of(engagement, after - 1, 1).get(0);
        Row forged = new Row(
                engagement.toString(), seq, "2026-03-31T08:15:30Z", "senior", "Sam", "made-up", "{}", before.hash());
        new Chains(world.jdbc).insert(forged, Sha256.hex(forged.canonical()));
    }

    private void sql(String sql) {
        assertThat(world.sql(sql, engagement.toString())).isPositive();
    }

    private Verification verify(@Nullable Checkpoint checkpoint) {
        return Exports.verify(world.export(engagement), checkpoint);
    }

    private void assertFound(@Nullable Checkpoint checkpoint, long seq, Fault fault) {
        assertThat(verify(checkpoint)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).as(broken.reason()).isEqualTo(seq);
            assertThat(broken.fault()).as(broken.reason()).isEqualTo(fault);
        });
    }
}
