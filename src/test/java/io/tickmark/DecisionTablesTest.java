package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each decision over its whole table: what it proposes for every combination of answers. */
class DecisionTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static final Map<String, DmnDecision> DECISIONS = Map.of(
            "report-selection", parse("report-selection", "report-selection"),
            "opinion", parse("opinion", "opinion"),
            "sample-size", parse("sample-size", "sample-size"),
            "full-year-sample", parse("full-year-sample", "sample-size"));

    private static DmnDecision parse(String decision, String file) {
        try (var in = new FileInputStream("processes/" + file + ".dmn")) {
            return ENGINE.parseDecision(decision, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DmnDecisionTableResult decide(String decision, Map<String, Object> answers) {
        return ENGINE.evaluateDecisionTable(DECISIONS.get(decision), answers);
    }

    @ParameterizedTest
    @CsvSource({
        "no, customers, period, SOC2_TYPE_II",
        "no, customers, point-in-time, SOC2_TYPE_I",
        "no, user-auditors, period, SOC2_TYPE_II",
        "no, user-auditors, point-in-time, SOC2_TYPE_I",
        "no, public, period, SOC3",
        "no, public, point-in-time, SOC2_TYPE_I",
        "yes, customers, period, SOC1_TYPE_II",
        "yes, customers, point-in-time, SOC1_TYPE_I",
        "yes, user-auditors, period, SOC1_TYPE_II",
        "yes, user-auditors, point-in-time, SOC1_TYPE_I",
        "yes, public, period, SOC1_TYPE_II",
        "yes, public, point-in-time, SOC1_TYPE_I",
    })
    void theReportFollowsFromReadersAndTime(String financial, String readers, String time, String report) {
        assertThat(decide(
                                "report-selection",
                                Map.of("financialReporting", financial, "readers", readers, "timeFrame", time))
                        .<String>getSingleEntry())
                .isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource({
        "sufficient, not-material, not-pervasive, UNMODIFIED",
        "sufficient, not-material, pervasive, UNMODIFIED",
        "sufficient, material, not-pervasive, QUALIFIED",
        "sufficient, material, pervasive, ADVERSE",
        "insufficient, not-material, not-pervasive, UNMODIFIED",
        "insufficient, not-material, pervasive, UNMODIFIED",
        "insufficient, material, not-pervasive, QUALIFIED",
        "insufficient, material, pervasive, DISCLAIMER",
    })
    void theOpinionFollowsFromEvidenceMaterialityAndReach(
            String sufficiency, String materiality, String pervasiveness, String opinion) {
        assertThat(decide(
                                "opinion",
                                Map.of(
                                        "sufficiency", sufficiency,
                                        "materiality", materiality,
                                        "pervasiveness", pervasiveness))
                        .<String>getSingleEntry())
                .isEqualTo(opinion);
    }

    @ParameterizedTest
    @CsvSource({
        "annual, 1, 1, 1, 1",
        "semiannual, 2, 1, 2, 2",
        "quarterly, 4, 2, 3, 4",
        "monthly, 12, 2, 3, 5",
        "weekly, 52, 5, 10, 15",
        "daily, 250, 20, 30, 40",
        "daily, 365, 20, 30, 40",
        "multiple_daily, 365, 25, 40, 60",
        "multiple_daily, 10000, 25, 40, 60",
        "per_event, 251, 25, 40, 60",
        "continuous, 1, 1, 1, 1",
        "continuous, 0, 1, 1, 1",
    })
    void twelveMonthsAskForTheFigureOfTheTable(String frequency, int population, int low, int moderate, int high) {
        assertThat(sample(frequency, "low", population)).isEqualTo(low);
        assertThat(sample(frequency, "moderate", population)).isEqualTo(moderate);
        assertThat(sample(frequency, "high", population)).isEqualTo(high);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "5, 5", "6, 5", "50, 5", "51, 6", "120, 12", "250, 25"})
    void countedEventsAreDrawnBySizeWhateverTheRisk(int population, int items) {
        for (String risk : new String[] {"low", "moderate", "high"}) {
            assertThat(sample("per_event", risk, population)).isEqualTo(items);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quarterly, high, 2, 2",
        "monthly, high, 6, 3",
        "monthly, moderate, 3, 2",
        "weekly, high, 26, 8",
        "weekly, low, 13, 5",
        "daily, high, 63, 20",
        "daily, high, 125, 20",
        "daily, high, 188, 31",
        "multiple_daily, high, 183, 31",
    })
    void aShorterPeriodTakesItsShareButNeverLessThanTheLowestFigure(
            String frequency, String risk, int population, int items) {
        assertThat(sample(frequency, risk, population)).isEqualTo(items);
    }

    @ParameterizedTest
    @CsvSource({"annual", "semiannual", "quarterly", "monthly", "weekly", "daily", "multiple_daily", "per_event"})
    void noSampleIsLargerThanItsPopulation(String frequency) {
        for (String risk : new String[] {"low", "moderate", "high"}) {
            for (int population = 0; population <= 60; population++) {
                assertThat(sample(frequency, risk, population)).isBetween(population == 0 ? 0 : 1, population);
            }
        }
    }

    @Test
    void anUnknownFrequencyIsNotGuessed() {
        assertThat(decide("full-year-sample", Map.of("frequency", "hourly", "riskLevel", "low")))
                .isEmpty();
    }

    private static int sample(String frequency, String risk, int population) {
        DmnDecisionTableResult items =
                decide("sample-size", Map.of("frequency", frequency, "riskLevel", risk, "population", population));
        return ((Number) items.getSingleEntry()).intValue();
    }
}
