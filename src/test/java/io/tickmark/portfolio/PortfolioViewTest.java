package io.tickmark.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortfolioViewTest {

    private static final PortfolioRow NORTH = row("SOC 2 2026", "Northwind", "green", "fieldwork", 0);
    private static final PortfolioRow FAB = row("SOC 1 2026", "Fabrikam", "red", "scoping", 3);
    private static final PortfolioRow TAIL = row("SOC 3 2026", "Tailspin", "red", "fieldwork", 9);
    private static final List<PortfolioRow> ALL = List.of(NORTH, FAB, TAIL);

    private static PortfolioRow row(String title, String client, String health, String phase, int late) {
        return new PortfolioRow(UUID.randomUUID(), title, client, health, phase, "", null, "", late, null);
    }

    private static List<PortfolioRow> shown(PortfolioView view) {
        return ALL.stream()
                .filter(view::shows)
                .sorted(PortfolioRow.sorted(view.sort()))
                .toList();
    }

    @Test
    void theAuditInMostTroubleComesFirst() {
        assertThat(shown(PortfolioView.of(null, null, null, null, null, null))).containsExactly(TAIL, FAB, NORTH);
    }

    @Test
    void itIsNarrowedByWordsHealthAndPhase() {
        assertThat(shown(PortfolioView.of(" north", null, null, null, null, null)))
                .containsExactly(NORTH);
        assertThat(shown(PortfolioView.of(null, "red", "fieldwork", null, null, null)))
                .containsExactly(TAIL);
        assertThat(shown(PortfolioView.of(null, null, null, null, "client", null)))
                .containsExactly(FAB, NORTH, TAIL);
    }

    @Test
    void whatTheAddressSaysWrongCountsAsNotSaid() {
        assertThat(PortfolioView.of(null, "blue", null, null, "; drop", "-1"))
                .isEqualTo(PortfolioView.of(null, null, null, null, null, null));
    }

    @Test
    void anAddressKeepsWhatItIsNarrowedTo() {
        PortfolioView view = PortfolioView.of("A & B + C", "red", null, "ended", "client", "3");
        assertThat(view.onPage(4)).isEqualTo("/engagements?q=A+%26+B+%2B+C&health=red&which=ended&sort=client&page=4");
        assertThat(view.sortedBy("trouble")).isEqualTo("/engagements?q=A+%26+B+%2B+C&health=red&which=ended");
        assertThat(PortfolioView.of(null, null, null, null, null, null).onPage(1))
                .isEqualTo("/engagements");
    }
}
