package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.workflow.Jobs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TickmarkTest
class StartTest {

    @Autowired
    Jobs jobs;

    @Test
    void theApplicationStartsWithItsModelsAndNothingLeftToRun() {
        assertThat(jobs.quiet(Duration.ofSeconds(5))).isTrue();
        assertThat(jobs.failed()).isEmpty();
    }
}
