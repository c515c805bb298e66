package io.tickmark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Verification.Sound;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class TrailTest {

    private final TrailWorld world = new TrailWorld();
    private final EngagementId engagement = EngagementId.next();

    @AfterEach
    void closeTheWorld() {
        world.close();
    }

    @Test
    void anEntryNamesWhoDidWhatWhenAndTheEntryBefore() {
        Entry first = world.record(engagement, "engagement-proposed", Map.of());
        Entry second = world.record(engagement, "evidence-accepted", Map.of("title", "Prüfung 🖊"));

        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo("0".repeat(64));
        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.actor()).isEqualTo("senior");
        assertThat(second.actorName()).isEqualTo("Sam Ortiz 🖊");
        assertThat(second.at()).isEqualTo("2026-03-31T08:15:30Z");
        assertThat(world.trail.of(engagement, 0, 10)).containsExactly(first, second);
        assertThat(world.trail.head(engagement)).isEqualTo(second.checkpoint());
    }

    @Test
    void whatIsReadBackIsWhatWasRecorded() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reason", null);
        facts.put("answers", Map.of("complete", true, "files", List.of("a \"b\" \\ \n.csv", "表😀.pdf"), "count", 12));
        Entry recorded = world.record(engagement, "task-completed", facts);

        assertThat(world.trail.of(engagement, 0, 1)).containsExactly(recorded);
        assertThat(recorded.facts()).containsEntry("reason", null);
        assertThat(Exports.verify(world.export(engagement))).isInstanceOf(Sound.class);
    }

    @Test
    void theSystemActsUnderItsOwnName() {
        Entry entry =
                world.transaction.execute(status -> world.trail.record(engagement, "reminder-sent", null, Map.of()));
        assertThat(entry.actor()).isEqualTo("system");
    }

    @Test
    void theFirmHasAChainOfItsOwn() throws Exception {
        world.record(engagement, "engagement-proposed", Map.of());
        Entry entry = world.transaction.execute(
                status -> world.trail.recordFirm("person-invited", TrailWorld.SENIOR, Map.of("username", "hr")));
        var export = new StringWriter();
        world.trail.exportFirm(export);

        assertThat(entry.seq()).isEqualTo(1);
        assertThat(world.trail.ofFirm(0, 10)).containsExactly(entry);
        assertThat(world.trail.firmHead()).isEqualTo(entry.checkpoint());
        assertThat(Exports.verify(export.toString(), null)).isEqualTo(new Sound("firm", 1, 1, entry.checkpoint()));
    }

    @Test
    void pagesFollowTheNumbers() {
        EngagementId busy = world.anEngagementWith(7);
        assertThat(world.trail.of(busy, 0, 3)).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
        assertThat(world.trail.of(busy, 3, 10)).extracting(Entry::seq).containsExactly(4L, 5L, 6L, 7L);
        assertThat(world.trail.of(engagement, 0, 10)).isEmpty();
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        assertThatThrownBy(() -> world.trail.record(engagement, "evidence-accepted", null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRolledBackLeavesNothing() {
        Entry first = world.record(engagement, "engagement-proposed", Map.of());
        world.transaction.executeWithoutResult(status -> {
            world.trail.record(engagement, "engagement-accepted", null, Map.of());
            world.trail.record(EngagementId.next(), "engagement-proposed", null, Map.of());
            status.setRollbackOnly();
        });
        assertThat(world.trail.of(engagement, 0, 10)).containsExactly(first);
        assertThat(world.trail.head(engagement)).isEqualTo(first.checkpoint());
        assertThat(world.record(engagement, "engagement-declined", Map.of()).seq())
                .isEqualTo(2);
        assertThat(world.jdbc
                        .sql("select count(*) from trail_head")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anEventIsNamedInKebabCase() {
        for (String name : List.of("", "EvidenceAccepted", "evidence accepted", "-a", "a".repeat(81))) {
            assertThatIllegalArgumentException().isThrownBy(() -> world.record(engagement, name, Map.of()));
        }
    }

    @Test
    void twoNodesContinueOneChain() {
        var otherNode = new Trail(new Chains(world.jdbc), world.clock);
        for (int i = 0; i < 3; i++) {
            world.record(engagement, "evidence-received", Map.of());
            world.transaction.executeWithoutResult(
                    status -> otherNode.record(engagement, "evidence-accepted", null, Map.of()));
        }
        assertThat(Exports.verify(world.export(engagement)))
                .isEqualTo(new Sound(engagement.toString(), 1, 6, world.trail.head(engagement)));
    }

    @Test
    void eightAtOnceOnTwoNodesLeaveNoGapInOneChain() throws Exception {
        var otherNode = new Trail(new Chains(world.jdbc), world.clock);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> fifty = () -> {
                for (int i = 0; i < 50; i++) {
                    Trail node = i % 3 == 0 ? otherNode : world.trail;
                    Map<String, ?> facts = Map.of("n", i);
                    world.transaction.executeWithoutResult(
                            status -> node.record(engagement, "evidence-received", null, facts));
                }
                return null;
            };
            List<Future<Void>> all =
                    IntStream.range(0, 8).mapToObj(i -> people.submit(fifty)).toList();
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(world.trail.of(engagement, 0, 1000))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(Exports.verify(world.export(engagement)))
                .isEqualTo(new Sound(engagement.toString(), 1, 400, world.trail.head(engagement)));
    }
}
