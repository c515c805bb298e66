package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterlocksTest {

    private static final LocalDate PERIOD_END = LocalDate.of(2026, 6, 30);
    private static final LocalDate REPORT = LocalDate.of(2026, 8, 7);

    private final Given given = new Given();

    /** A report that may be signed; each test takes one thing away. */
    private static final class Given {
        private @Nullable LocalDate report = REPORT;
        private ReportPlan last =
                ReportPlan.typeTwo(ReportType.SOC2, List.of(Category.SECURITY), PERIOD_END.minusYears(1), PERIOD_END);
        private @Nullable LocalDate letter = REPORT;
        private @Nullable LocalDate assertion = REPORT.minusDays(1);
        private List<String> tests = List.of();
        private List<String> requests = List.of();
        private List<String> notes = List.of();
        private List<String> notDone = List.of();
        private List<String> notEvaluated = List.of();
        private List<String> comments = List.of();
        private @Nullable LocalDate work = REPORT;
        private @Nullable LocalDate commented = REPORT.minusDays(3);
        private @Nullable LocalDate events = REPORT.minusDays(2);
        private boolean qualityNeeded = true;
        private @Nullable LocalDate quality = REPORT;
        private List<String> notReconfirmed = List.of();
        private List<String> subservices = List.of();
        private @Nullable LocalDate licence = REPORT;

        Interlocks rules() {
            return new Interlocks(new IssueFacts(
                    last,
                    report,
                    letter,
                    assertion,
                    tests,
                    requests,
                    notes,
                    notDone,
                    notEvaluated,
                    comments,
                    work,
                    REPORT.minusDays(4),
                    commented,
                    events,
                    qualityNeeded,
                    quality,
                    notReconfirmed,
                    subservices,
                    licence));
        }
    }

    private void onlyBroken(Interlock rule, String saying) {
        assertThat(given.rules().broken()).containsExactly(rule);
        assertThat(rule.missing()).contains(saying);
        assertThat(rule.row()).containsEntry("state", rule.missing());
    }

    @Test
    void whenAllIsInPlaceNothingHoldsTheReportBack() {
        assertThat(given.rules().broken()).isEmpty();
        assertThat(given.rules().all())
                .allSatisfy(rule -> assertThat(rule.row()).containsEntry("state", "in place"));
    }

    @Test
    void anInclusiveOrganisationThatDoesNotSignHoldsItBack() {
        given.subservices = List.of("Stratus does not sign: not our audit");
        onlyBroken(given.rules().subservicesStated(), "Stratus does not sign: not our audit. Where one does not");
    }

    @Test
    void anOpenRequestHoldsItBack() {
        given.requests = List.of("R-4", "R-9");
        onlyBroken(given.rules().requestsClosed(), "R-4, R-9");
    }

    @Test
    void anOpinionWithoutItsGroundsHoldsItBack() {
        given.notDone = List.of("the evaluation of the findings", "the description");
        onlyBroken(given.rules().groundsComplete(), "the description, the evaluation of the findings");
    }

    @Test
    void anOpenTestHoldsItBack() {
        given.tests = List.of("ACC-03");
        onlyBroken(given.rules().testsClosed(), "ACC-03");
        onlyBroken(given.rules().testsClosed(), "prepare and review their workpapers");
    }

    @Test
    void aTestThatEndedOtherwiseAfterTheEvaluationHoldsItBack() {
        given.notEvaluated = List.of("ACC-05");
        onlyBroken(given.rules().conclusionsEvaluated(), "ACC-05");
        onlyBroken(given.rules().conclusionsEvaluated(), "have the opinion decided again");
    }

    @Test
    void aCommentOnTheDescriptionThatIsNotResolvedHoldsItBack() {
        given.comments = List.of("Services provided (2)", "I-1 Outage (1)");
        onlyBroken(given.rules().descriptionCleared(), "Services provided (2), I-1 Outage (1)");
    }

    @Test
    void anUnansweredReviewNoteHoldsItBack() {
        given.notes = List.of("ACC-04");
        onlyBroken(given.rules().notesAnswered(), "ACC-04");
    }

    @Test
    void aDraftThatManagementDidNotCheckHoldsItBack() {
        given.commented = REPORT.minusDays(5);
        onlyBroken(given.rules().commentsAnswered(), "newest draft");
        given.commented = null;
        onlyBroken(given.rules().commentsAnswered(), "newest draft");
    }

    @Test
    void evidenceAfterTheReportsDateHoldsItBack() {
        given.work = REPORT.plusDays(1);
        onlyBroken(given.rules().evidenceObtained(), "2026-08-08");
    }

    @Test
    void aLetterOfAnotherDateHoldsItBack() {
        given.letter = REPORT.minusDays(1);
        onlyBroken(given.rules().letterDated(), "dated 2026-08-06, not 2026-08-07");
        given.letter = null;
        onlyBroken(given.rules().letterDated(), "not signed");
    }

    @Test
    void anAssertionAfterTheReportsDateHoldsItBack() {
        given.assertion = REPORT.plusDays(1);
        onlyBroken(given.rules().assertionSigned(), "2026-08-08");
        given.assertion = null;
        onlyBroken(given.rules().assertionSigned(), "not signed");
    }

    @Test
    void aRequiredQualityReviewThatIsNotClearedHoldsItBack() {
        given.quality = null;
        onlyBroken(given.rules().qualityCleared(), "has not cleared");
        given.qualityNeeded = false;
        assertThat(given.rules().broken()).isEmpty();
    }

    @Test
    void aQualityReviewClearedAfterTheReportsDateHoldsItBack() {
        given.quality = REPORT.plusDays(1);
        onlyBroken(given.rules().qualityCleared(), "2026-08-08");
    }

    @Test
    void aReportDatedWithinThePeriodIsHeldBack() {
        given.report = PERIOD_END;
        given.letter = PERIOD_END;
        assertThat(given.rules().periodOver().missing()).contains("the period ended on 2026-06-30");
        given.report = PERIOD_END.plusDays(1);
        assertThat(given.rules().periodOver().holds()).isTrue();
    }

    @Test
    void aReportWithoutADateIsHeldBack() {
        given.report = null;
        assertThat(given.rules().periodOver().missing()).isEqualTo("The report has no date");
    }

    @Test
    void anInquiryBeforeThePeriodEndedDoesNotCount() {
        given.events = PERIOD_END;
        onlyBroken(given.rules().eventsInquired(), "after the period ended");
    }

    @Test
    void anAuditorWhoDidNotReconfirmHoldsItBack() {
        given.notReconfirmed = List.of("Sten Staff");
        onlyBroken(given.rules().independenceReconfirmed(), "Sten Staff");
    }

    @Test
    void aLicenceThatRanOutHoldsItBack() {
        given.licence = REPORT.minusDays(1);
        onlyBroken(given.rules().licenceValid(), "ran out on 2026-08-06");
        given.licence = null;
        onlyBroken(given.rules().licenceValid(), "No licence");
    }

    @Test
    void aTypeOneMayBeDatedOnTheDateThatItSpeaksOfAndNotBefore() {
        given.last = ReportPlan.typeOne(ReportType.SOC2, List.of(Category.SECURITY), REPORT);
        given.events = REPORT;
        assertThat(given.rules().broken()).isEmpty();
        given.last = ReportPlan.typeOne(ReportType.SOC2, List.of(Category.SECURITY), REPORT.plusDays(1));
        assertThat(given.rules().broken())
                .containsExactly(given.rules().eventsInquired(), given.rules().periodOver());
        assertThat(given.rules().periodOver().missing()).contains("it speaks of " + REPORT.plusDays(1));
    }
}
