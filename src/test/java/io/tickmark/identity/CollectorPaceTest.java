package io.tickmark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CollectorPaceTest {

    private static final UUID NIGHTLY = UUID.randomUUID();

    private final AtomicLong now = new AtomicLong(-5);
    private final CollectorPace pace = new CollectorPace(new CollectorLimit(3), now::get);

    @Test
    void oneTooManyInAMinuteWaitsUntilTheMinuteIsOver() {
        for (int i = 0; i < 3; i++) {
            pace.push(NIGHTLY);
        }
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        TooManyTries held = catchThrowableOfType(TooManyTries.class, () -> pace.push(NIGHTLY));
        assertThat(held).hasMessageContaining("3 times within a minute").hasMessageContaining("41 seconds");
        assertThat(held.getHeaders().getFirst("Retry-After")).isEqualTo("41");
        assertThatCode(() -> pace.push(UUID.randomUUID())).as("another").doesNotThrowAnyException();

        now.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThatCode(() -> pace.push(NIGHTLY)).doesNotThrowAnyException();
    }

    @Test
    void pushingOnWhileItIsHeldUpDoesNotMakeItLonger() {
        for (int i = 0; i < 1000; i++) {
            try {
                pace.push(NIGHTLY);
            } catch (TooManyTries held) {
                assertThat(i).isGreaterThanOrEqualTo(3);
            }
        }
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThatCode(() -> pace.push(NIGHTLY)).doesNotThrowAnyException();
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> new CollectorLimit(0)).hasMessageContaining("from 1 on");
    }
}
