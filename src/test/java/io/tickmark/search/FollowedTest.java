package io.tickmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.evidence.EvidenceChanges.Change;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FollowedTest {

    private final Followed followed = new Followed();

    private static List<Change> changes(long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> new Change(number, null, null))
                .toList();
    }

    @Test
    void aNumberThatWasPassedOverIsWaitedForUntilItComes() {
        followed.startAt(3);
        followed.took(changes(4, 7));
        assertThat(followed.top()).isEqualTo(7);
        assertThat(followed.missing()).containsExactlyInAnyOrder(5L, 6L);
        followed.took(changes(6));
        assertThat(followed.missing()).containsExactly(5L);
    }

    @Test
    void aNumberThatWasRolledBackIsForgottenWhenItIsSettled() {
        followed.startAt(0);
        followed.took(changes(2, 3));
        assertThat(followed.missing()).containsExactly(1L);
        followed.settle(2);
        assertThat(followed.missing()).isEmpty();
        assertThat(followed.settled()).isEqualTo(2);
    }

    @Test
    void aLaterRunGoesOnFromWhatIsSettledAndNeverFromWhatIsNotIn() {
        followed.startAt(5);
        followed.took(changes(6, 9));
        assertThat(followed.settled()).isEqualTo(5);
        followed.settle(40);
        assertThat(followed.settled()).isEqualTo(9);
    }

    @Test
    void aLeapOfTheDatabaseIsNoMountainOfMissingNumbers() {
        followed.startAt(0);
        followed.took(changes(1_000_000));
        assertThat(followed.missing()).hasSizeLessThanOrEqualTo(500).contains(999_999L);
    }
}
