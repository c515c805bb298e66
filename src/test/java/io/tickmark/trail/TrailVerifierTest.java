package io.tickmark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Verification.Broken;
import io.tickmark.trail.Verification.Fault;
import io.tickmark.trail.Verification.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrailVerifierTest {

    private static final TrailWorld WORLD = new TrailWorld();
    private static final EngagementId ENGAGEMENT = WORLD.anEngagementWith(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> SOUND = List.copyOf(WORLD.export(ENGAGEMENT));
    private static final List<String> OTHER = List.copyOf(WORLD.export(WORLD.anEngagementWith(20)));

    private final List<String> lines = new ArrayList<>(SOUND);

    @AfterAll
    static void closeTheWorld() {
        WORLD.close();
    }

    @Test
    void anExportIsSound() {
        assertThat(Exports.verify(lines, WORLD.trail.head(ENGAGEMENT)))
                .isEqualTo(new Sound(ENGAGEMENT.toString(), 1, 20, WORLD.trail.head(ENGAGEMENT)));
    }

    @Test
    void theTrailOfAnEngagementThatHasNotBegunIsSound() {
        assertThat(Exports.verify(WORLD.export(EngagementId.next())))
                .isInstanceOfSatisfying(
                        Sound.class, trail -> assertThat(trail.count()).isZero());
    }

    @Test
    void whatEditorsAndMailDoToAFileDoesNoHarm() {
        assertThat(Exports.verify("\uFEFF" + String.join("\r\n", lines) + "\r\n\r\n", null))
                .isInstanceOf(Sound.class);
        assertThat(Exports.verify(String.join("\n", lines), null)).isInstanceOf(Sound.class);
    }

    @Test
    void aChangedFieldIsFound() {
        for (String field : List.of("actor", "actorName", "at", "event", "facts", "previous", "hash", "seq")) {
            Object value = field.equals("seq") ? 5L : "other";
            assertFound(with(7, Exports.with(lines.get(7), field, value)), 7, Fault.CHANGED);
        }
        assertFound(with(7, Exports.with(lines.get(7), "note", "added")), 7, Fault.CHANGED);
        assertFound(with(7, Exports.edit(lines.get(7), entry -> entry.remove("actorName"))), 7, Fault.CHANGED);
    }

    @Test
    void aChangedEntryWithItsHashComputedAnewIsFoundByTheNext() {
        assertFound(with(7, Exports.rehashed(Exports.with(lines.get(7), "actor", "partner"))), 7, Fault.CHANGED);
        assertFound(with(20, Exports.rehashed(Exports.with(lines.get(20), "actor", "partner"))), 20, Fault.CHANGED);
    }

    @Test
    void aRemovedEntryIsFound() {
        lines.remove(7);
        assertFound(lines, 7, Fault.MISSING);
    }

    @Test
    void anEntryTwiceOrOfAnotherEngagementIsFound() {
        lines.add(8, lines.get(7));
        assertFound(lines, 7, Fault.INSERTED);
        assertFound(with(7, OTHER.get(7)), 7, Fault.INSERTED);
    }

    @Test
    void swappedEntriesAreFound() {
        Collections.swap(lines, 7, 8);
        assertFound(lines, 7, Fault.REORDERED);
    }

    @Test
    void aCutOffEndIsFound() {
        assertFound(lines.subList(0, 16), 16, Fault.CUT_OFF);
        assertFound(lines.subList(0, 1), 1, Fault.CUT_OFF);
        String text = String.join("\n", lines);
        assertThat(Exports.verify(text.substring(0, text.length() - 5), null))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(20));
    }

    @Test
    void aChangedHeaderIsFound() {
        assertFound(with(0, Exports.with(lines.get(0), "entries", 19L)), 20, Fault.INSERTED);
        assertFound(with(0, Exports.with(lines.get(0), "entries", 21L)), 21, Fault.CUT_OFF);
        assertFound(with(0, Exports.with(lines.get(0), "headHash", "0".repeat(64))), 20, Fault.CHANGED);
        assertFound(with(0, Exports.with(lines.get(0), "engagement", "firm")), 1, Fault.INSERTED);
        assertFound(with(0, Exports.with(lines.get(0), "version", 2L)), 0, Fault.MALFORMED);
        assertFound(lines.subList(1, 21), 0, Fault.MALFORMED);
        assertFound(List.of(""), 0, Fault.CUT_OFF);
        assertFound(List.of("%PDF-1.7"), 0, Fault.MALFORMED);
    }

    @Test
    void aWholeTrailWrittenAnewIsFoundFromACheckpointOnly() {
        Checkpoint kept = WORLD.trail.of(ENGAGEMENT, 11, 1).get(0).checkpoint();
        lines.remove(5);
        Exports.rewrite(lines);
        assertThat(Exports.verify(lines)).isInstanceOf(Sound.class);
        assertThat(Exports.verify(lines, kept)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(12);
            assertThat(broken.fault()).isEqualTo(Fault.CHANGED);
        });
        assertThat(Exports.verify(lines, WORLD.trail.head(ENGAGEMENT)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF));
    }

    @Test
    void aLineThatTwoReadersCouldReadDifferentlyIsMalformed() {
        String line = lines.get(7);
        assertFound(with(7, line.replace("{\"actor\"", "{\"actor\":\"x\",\"actor\"")), 7, Fault.MALFORMED);
        assertFound(with(7, line + "{}"), 7, Fault.MALFORMED);
        assertFound(with(7, line.replace("\"seq\":7", "\"seq\":7.0")), 7, Fault.MALFORMED);
        assertFound(with(7, line.replace("\"seq\":7", "\"seq\":9007199254740993")), 7, Fault.MALFORMED);
        assertFound(with(7, line.replace("Access", "\\ud83d")), 7, Fault.MALFORMED);
        assertFound(with(7, "[]"), 7, Fault.MALFORMED);
        assertFound(with(7, "[".repeat(100_000)), 7, Fault.MALFORMED);
        assertFound(with(7, "{}"), 7, Fault.MALFORMED);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int emoji = new String(bytes, StandardCharsets.ISO_8859_1).indexOf((char) 0xF0);
        bytes[emoji] = (byte) 0xFF;
        assertThat(TrailVerifier.verify(new ByteArrayInputStream(bytes), null))
                .isInstanceOfSatisfying(Broken.class, broken -> {
                    assertThat(broken.seq()).isEqualTo(1);
                    assertThat(broken.reason()).contains("UTF-8");
                });
    }

    @Test
    void theListThatTheServerAnswersIsCheckedToo() {
        List<Entry> page = WORLD.trail.of(ENGAGEMENT, 5, 10);
        String saved = JSON.writeValueAsString(Map.of("items", page, "next", "MTU"));
        Sound expected = new Sound(ENGAGEMENT.toString(), 6, 10, page.get(9).checkpoint());

        assertThat(Exports.verify(saved, null)).isEqualTo(expected);
        assertThat(Exports.verify(JSON.writeValueAsString(page), page.get(3).checkpoint()))
                .isEqualTo(expected);
        String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("items", page));
        assertThat(Exports.verify(pretty, new Checkpoint(5, page.get(0).previous())))
                .isEqualTo(expected);
        assertThat(Exports.verify(saved.replace("review 8", "review 9"), null))
                .isInstanceOfSatisfying(Broken.class, broken -> {
                    assertThat(broken.seq()).isEqualTo(8);
                    assertThat(broken.place()).isEqualTo("item 3");
                });
        for (Checkpoint elsewhere : List.of(
                new Checkpoint(16, "1".repeat(64)),
                new Checkpoint(5, "1".repeat(64)),
                new Checkpoint(2, "1".repeat(64)))) {
            assertThat(Exports.verify(saved, elsewhere)).isInstanceOf(Broken.class);
        }
        assertThat(Exports.verify("{\"items\":[]}", null)).isInstanceOf(Broken.class);
        assertThat(Exports.verify("[1]", null)).isInstanceOf(Broken.class);
    }

    @Test
    void whateverIsDoneAtRandomIsFoundWhereItWasDone() {
        Random random = new Random(20260331);
        Checkpoint kept = WORLD.trail.head(ENGAGEMENT);
        for (int round = 0; round < 200; round++) {
            List<String> spoiled = new ArrayList<>(SOUND);
            int seq = 1 + random.nextInt(20);
            int act = random.nextInt(8);
            switch (act) {
                case 0 -> spoiled.set(seq, changedSomewhere(spoiled.get(seq), random));
                case 1 -> spoiled.set(seq, Exports.rehashed(Exports.with(spoiled.get(seq), "event", "e" + round)));
                case 2 -> spoiled.remove(seq);
                case 3 -> spoiled.add(seq + 1, spoiled.get(seq));
                case 4 -> Collections.swap(spoiled, seq, seq == 20 ? --seq : seq + 1);
                case 5 -> spoiled.subList(seq, 21).clear();
                case 6 -> spoiled.set(seq, OTHER.get(seq));
                default -> {
                    spoiled.set(seq, Exports.with(spoiled.get(seq), "event", "e" + round));
                    Exports.rewrite(spoiled);
                    seq = 20;
                }
            }
            int expected = seq;
            assertThat(Exports.verify(spoiled, kept))
                    .as("round %s, act %s", round, act)
                    .isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.seq())
                            .as(broken.reason())
                            .isEqualTo(expected));
        }
    }

    /** One digit or letter becomes another, anywhere in the line. */
    private static String changedSomewhere(String line, Random random) {
        while (true) {
            int at = random.nextInt(line.length());
            char c = line.charAt(at);
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                return line.substring(0, at) + (c == '7' ? '3' : '7') + line.substring(at + 1);
            }
        }
    }

    private List<String> with(int line, String text) {
        List<String> spoiled = new ArrayList<>(lines);
        spoiled.set(line, text);
        return spoiled;
    }

    private static void assertFound(List<String> spoiled, long seq, Fault fault) {
        assertThat(Exports.verify(spoiled)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).as(broken.reason()).isEqualTo(seq);
            assertThat(broken.fault()).as(broken.reason()).isEqualTo(fault);
        });
    }
}
