package io.tickmark.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Throttle throttle = new Throttle(now::get);

    @Test
    void theTenthWrongPasswordClosesTheNameToThatAddressForFiveMinutes() {
        fail(9);
        assertThatCode(() -> throttle.check("sam", "10.0.0.1")).doesNotThrowAnyException();
        fail(1);
        assertThatThrownBy(() -> throttle.check("sam", "10.0.0.1")).isInstanceOf(TooManyTries.class);
        assertThatCode(() -> throttle.check("sam", "10.0.0.2")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.check("eve", "10.0.0.1")).doesNotThrowAnyException();

        now.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThatCode(() -> throttle.check("sam", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aRightPasswordStartsTheCountAnew() {
        fail(9);
        throttle.succeeded("sam", "10.0.0.1");
        fail(9);

        assertThatCode(() -> throttle.check("sam", "10.0.0.1")).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("sam", "10.0.0.1");
        }
    }
}
