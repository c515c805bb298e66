package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {

    @Test
    void whatTheFirmLeftTakesTheProductsTextAndWhatBothChangedIsAConflict() {
        ModelSet base = set("left.bpmn 1, ours.bpmn 1, both.bpmn 1, same.bpmn 1, dropped.form 1, kept.form 1");
        ModelSet firm =
                set("left.bpmn 1, ours.bpmn 2, both.bpmn 2, same.bpmn 3, dropped.form 1, kept.form 2, own.form 1");
        ModelSet product = set("left.bpmn 3, ours.bpmn 1, both.bpmn 3, same.bpmn 3, new.form 1");

        Merge merge = Merge.of(base, firm, product);

        assertThat(merge.merged().fingerprint())
                .isEqualTo(
                        set("left.bpmn 3, ours.bpmn 2, both.bpmn 2, same.bpmn 3, kept.form 2, own.form 1, new.form 1")
                                .fingerprint());
        assertThat(merge.conflicts()).extracting(FileChange::name).containsExactly("both.bpmn", "kept.form");
        assertThat(merge.conflicts().get(0).content()).isEqualTo("3".getBytes(StandardCharsets.UTF_8));
        assertThat(merge.conflicts().get(1).content()).isNull();
    }

    @Test
    void whatTheFirmTookOutComesBackOnlyByItsOwnersDecision() {
        Merge merge = Merge.of(set("a.form 1, b.form 1"), set("b.form 1"), set("a.form 2, b.form 1"));
        assertThat(merge.merged().has("a.form")).isFalse();
        assertThat(merge.conflicts()).extracting(FileChange::name).containsExactly("a.form");
    }

    @Test
    void changesLeadFromOneSetToAnother() {
        ModelSet one = set("a.form 1, b.form 1");
        ModelSet other = set("b.form 2, c.form 1");
        assertThat(other.changesFrom(one))
                .extracting(change -> change.kind() + " " + change.name())
                .containsExactly("REMOVED a.form", "CHANGED b.form", "ADDED c.form");
        assertThat(one.with(other.changesFrom(one)).fingerprint()).isEqualTo(other.fingerprint());
        assertThat(one.asBundle()).containsOnlyKeys("forms/a.form", "forms/b.form");
    }

    private static ModelSet set(String files) {
        Map<String, byte[]> byName = new HashMap<>();
        for (String file : files.split(", ", -1)) {
            byName.put(file.split(" ", 2)[0], file.split(" ", 2)[1].getBytes(StandardCharsets.UTF_8));
        }
        return ModelSet.of(byName);
    }
}
