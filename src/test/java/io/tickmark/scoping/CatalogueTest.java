package io.tickmark.scoping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The counts of TSP 100; public lists are often wrong. */
class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void theCatalogueHoldsSixtyOneCriteriaWithTheCountsOfEachSeries() {
        Map<String, Long> counts = catalogue.all().stream()
                .collect(Collectors.groupingBy(c -> c.series().split(" ")[0], Collectors.counting()));
        assertThat(catalogue.all()).hasSize(61);
        assertThat(counts)
                .isEqualTo(Map.ofEntries(
                        Map.entry("CC1", 5L),
                        Map.entry("CC2", 3L),
                        Map.entry("CC3", 4L),
                        Map.entry("CC4", 2L),
                        Map.entry("CC5", 3L),
                        Map.entry("CC6", 8L),
                        Map.entry("CC7", 5L),
                        Map.entry("CC8", 1L),
                        Map.entry("CC9", 2L),
                        Map.entry("A1", 3L),
                        Map.entry("C1", 2L),
                        Map.entry("PI1", 5L),
                        Map.entry("P1", 1L),
                        Map.entry("P2", 1L),
                        Map.entry("P3", 2L),
                        Map.entry("P4", 3L),
                        Map.entry("P5", 2L),
                        Map.entry("P6", 7L),
                        Map.entry("P7", 1L),
                        Map.entry("P8", 1L)));
    }

    @Test
    void eachIdBelongsToItsSeriesAndStandsOnce() {
        assertThat(catalogue.all())
                .allSatisfy(c -> assertThat(c.id()).matches(c.series().split(" ")[0] + "\\.[1-8]"));
        assertThat(catalogue.ids()).hasSize(61);
    }

    @Test
    void aCategoryBringsAllOfItsCriteria() {
        assertThat(catalogue.of(List.of(Category.SECURITY))).hasSize(33);
        assertThat(catalogue.of(List.of(Category.SECURITY, Category.PRIVACY))).hasSize(51);
        assertThat(catalogue.of(List.of(Category.values()))).hasSize(61);
    }
}
