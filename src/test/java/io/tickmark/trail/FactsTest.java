package io.tickmark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void datesIdsAndEnumsBecomeText() {
        UUID id = UUID.randomUUID();
        assertThat(Facts.plain(Map.of(
                        "due",
                        LocalDate.of(2026, 3, 31),
                        "readAt",
                        Instant.parse("2026-03-31T08:15:30.999Z"),
                        "request",
                        id,
                        "month",
                        Month.MARCH,
                        "count",
                        3)))
                .isEqualTo(Map.of(
                        "due", "2026-03-31",
                        "readAt", "2026-03-31T08:15:30Z",
                        "request", id.toString(),
                        "month", "MARCH",
                        "count", 3L));
    }

    @Test
    void whatHasNoOneWayToBeWrittenIsRefusedWithItsName() {
        for (Object value : List.of(0.5, BigDecimal.TEN, Set.of("a"), new Object(), 1L << 53)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Facts.plain(Map.of("rate", List.of(Map.of("rate", value)))))
                    .withMessageContaining("\"rate\"");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Facts.plain(Map.of("m", Map.of(1, "one"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Facts.plain(Map.of("n".repeat(201), 1)));
    }

    @Test
    void aMapThatHoldsItselfIsRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThatIllegalArgumentException().isThrownBy(() -> Facts.plain(Map.of("endless", endless)));
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacterAndWholeOnesStay() {
        assertThat(Facts.plain(Map.of("note", "a\ud83d b 🖊 \ude00"))).isEqualTo(Map.of("note", "a\ufffd b 🖊 \ufffd"));
    }
}
