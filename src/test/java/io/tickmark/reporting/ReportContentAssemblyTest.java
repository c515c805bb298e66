package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import io.tickmark.fieldwork.Conclusion;
import io.tickmark.fieldwork.ControlTestFacts;
import io.tickmark.fieldwork.DeviationFacts;
import io.tickmark.fieldwork.DeviationState;
import io.tickmark.fieldwork.TestState;
import io.tickmark.reporting.ReportContent.Attestation;
import io.tickmark.reporting.ReportContent.Criterion;
import io.tickmark.reporting.ReportContent.Item;
import io.tickmark.reporting.ReportContent.Judgement;
import io.tickmark.reporting.ReportContent.Method;
import io.tickmark.reporting.ReportContent.SystemText;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportContentAssemblyTest {

    private static final UUID FAILED_TEST = UUID.randomUUID();

    private static final List<ScopedCriterion> CRITERIA = List.of(
            new ScopedCriterion("CC6.1", "Logical access", Category.SECURITY, true, ""),
            new ScopedCriterion("CC6.4", "Physical access", Category.SECURITY, false, "No rooms of our own"),
            new ScopedCriterion("A1.1", "Capacity", Category.AVAILABILITY, true, ""));

    private static final List<ScopedCriterion> SECURITY = CRITERIA.subList(0, 2);

    private static Answers answers(String json) {
        return new Answers((ObjectNode) JsonMapper.shared().readTree(json));
    }

    private static ScopedControl control(String reference, String... criteria) {
        return new ScopedControl(
                UUID.randomUUID(), reference, "Title", "Text", List.of(criteria), "daily", "manual", List.of());
    }

    private static ControlTestFacts test(UUID id, String control, TestState state, Conclusion conclusion) {
        boolean occurred = conclusion != Conclusion.NO_OCCURRENCE;
        return new ControlTestFacts(
                id,
                control,
                "Title",
                0,
                1,
                state,
                occurred ? 250 : 0,
                List.of(),
                "Asked the owner",
                "inspection",
                "Read the approvals.",
                occurred ? 25 : 0,
                conclusion == Conclusion.DEVIATION ? 2 : null,
                conclusion,
                null,
                null,
                null,
                occurred ? null : "The ticket list is empty.",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                1);
    }

    private static DeviationFacts deviation(@Nullable String response) {
        return new DeviationFacts(
                UUID.randomUUID(),
                "D-1",
                FAILED_TEST,
                "ACC-01",
                "Title",
                List.of("CC6.1"),
                DeviationState.ANSWERED,
                "Two approvals were missing",
                25,
                2,
                "A new manager",
                "isolated",
                "criterion-not-met",
                null,
                "Weighed",
                response,
                "Trained",
                LocalDate.of(2026, 9, 1));
    }

    private final TestedCriteria tested = new TestedCriteria(
            List.of(control("ACC-01", "CC6.1", "A1.1"), control("ACC-02", "CC6.1"), control("ACC-03", "CC6.1")),
            List.of(
                    test(FAILED_TEST, "ACC-01", TestState.CLOSED, Conclusion.DEVIATION),
                    test(UUID.randomUUID(), "ACC-02", TestState.CLOSED, Conclusion.NO_OCCURRENCE),
                    test(UUID.randomUUID(), "ACC-03", TestState.WITHDRAWN, Conclusion.EFFECTIVE)),
            List.of(deviation("We agree 🙂")));

    @Test
    void aCriterionShowsEachControlWithItsTestsAndDeviations() {
        List<Criterion> criteria = tested.of(SECURITY);
        assertThat(criteria).extracting(Criterion::id).containsExactly("CC6.1");
        var controls = criteria.get(0).controls();
        assertThat(controls).extracting(ReportContent.Control::id).containsExactly("ACC-01", "ACC-02", "ACC-03");
        var failed = controls.get(0).tests().get(0);
        assertThat(failed.procedure()).contains("Inquiry and inspection. Read the approvals.", "25 of 250");
        assertThat(failed.deviations()).singleElement().satisfies(found -> {
            assertThat(found.reference()).isEqualTo("D-1");
            assertThat(found.failed()).isEqualTo(2);
            assertThat(found.tested()).isEqualTo(25);
        });
    }

    @Test
    void whatHadNoOccasionToOperateIsNotCalledEffective() {
        var nil = tested.of(SECURITY).get(0).controls().get(1).tests().get(0);
        assertThat(nil.result()).contains("no occasion to operate", "The ticket list is empty.");
        assertThat(nil.procedure()).doesNotContain("Items tested");
    }

    @Test
    void onlyClosedTestsArePrinted() {
        assertThat(tested.of(SECURITY).get(0).controls().get(2).tests()).isEmpty();
    }

    @Test
    void managementsResponsesStandApart() {
        assertThat(tested.responses("Management of Northwind")).singleElement().satisfies(response -> {
            assertThat(response.deviation()).isEqualTo("D-1");
            assertThat(response.text()).isEqualTo("We agree 🙂\n\nCorrective action: Trained (by September 1, 2026)");
            assertThat(response.responder()).isEqualTo("Management of Northwind");
        });
        assertThat(new TestedCriteria(List.of(), List.of(), List.of(deviation(null))).responses("M"))
                .isEmpty();
    }

    @Test
    void theDescriptionIsTheClientsOwn() {
        SystemText text = new DescriptionText(
                        Map.of(
                                "services",
                                "Storage 📦",
                                "commitments",
                                "Up 99 %\n\nEncrypted",
                                "software",
                                "A ledger",
                                "incidents",
                                "Outage in May\n\nOutage in June",
                                "subservices",
                                "We watch Cloudharbor."),
                        answers("""
                                {"items": [{"kind": "software", "name": "Ledger", "purpose": "Books"},
                                           {"kind": "data", "name": "Orders"}]}
                                """),
                        answers("""
                                {"boundaries": "Production", "userResponsibilities": "Report errors",
                                 "userEntityControls": [{"control": "Keys are kept safe"}],
                                 "subserviceOrganisations": [{"name": "Cloudharbor", "service": "hosting",
                                   "method": "carve-out", "monitoring": "Its report is read",
                                   "expectedControls": "Guards (CC6.1; CC9.9)\\nFences (two metres)"}]}
                                """))
                .with(CRITERIA, organisation -> Optional.empty());
        assertThat(text.commitments()).containsExactly("Up 99 %", "Encrypted");
        assertThat(text.software()).containsExactly(new Item("Overview", "A ledger"), new Item("Ledger", "Books"));
        assertThat(text.data()).containsExactly(new Item("Orders", ""));
        assertThat(text.incidents())
                .containsExactly(new Item("Incident 1", "Outage in May"), new Item("Incident 2", "Outage in June"));
        assertThat(text.changes()).isEmpty();
        assertThat(text.words()).isEqualTo(new ReportContent.Words("", "", "We watch Cloudharbor.", ""));
        assertThat(text.userControls())
                .extracting(ReportContent.Complementary::text)
                .containsExactly("Keys are kept safe");
        assertThat(text.notApplicable())
                .containsExactly(new ReportContent.NotApplicable("CC6.4", "Physical access", "No rooms of our own"));
        assertThat(text.subservices()).singleElement().satisfies(subservice -> {
            assertThat(subservice.method()).isEqualTo(Method.CARVE_OUT);
            assertThat(subservice.monitoring()).isEqualTo("Its report is read");
            assertThat(subservice.expectedControls())
                    .containsExactly(
                            new ReportContent.Complementary("Guards", List.of("CC6.1")),
                            new ReportContent.Complementary("Fences (two metres)", List.of()));
        });
    }

    @Test
    void aQualifiedOpinionIsAboutOperationAndNamesTheCriteria() {
        var opinion = new DecidedOpinion(Judgement.QUALIFIED, "Leavers kept access.", "", List.of("CC6.1"))
                .of(Attestation.TYPE_II);
        assertThat(opinion.operation()).isEqualTo(Judgement.QUALIFIED);
        assertThat(opinion.design()).isEqualTo(Judgement.UNMODIFIED);
        assertThat(opinion.criteriaModified()).containsExactly("CC6.1");
        assertThat(opinion.emphasis()).isNull();
    }

    @Test
    void aTypeOneIsQualifiedForItsDesignAndSaysNothingOfOperation() {
        var opinion =
                new DecidedOpinion(Judgement.QUALIFIED, "Nobody reviews access.", "", List.of()).of(Attestation.TYPE_I);
        assertThat(opinion.design()).isEqualTo(Judgement.QUALIFIED);
        assertThat(opinion.description()).isEqualTo(Judgement.UNMODIFIED);
        assertThat(opinion.operation()).isNull();
        assertThat(DecidedOpinion.proposedBasis(List.of(deviation("Yes")), "Weighed", true))
                .contains("was not suitably designed, or not in place", "(D-1)")
                .doesNotContain("tested");
    }

    @Test
    void aDisclaimerSpeaksOfEverySubject() {
        var opinion = new DecidedOpinion(Judgement.DISCLAIMER, "No access to records.", "", List.of())
                .of(Attestation.TYPE_II);
        assertThat(List.of(opinion.description(), opinion.design())).containsOnly(Judgement.DISCLAIMER);
        assertThat(opinion.operation()).isEqualTo(Judgement.DISCLAIMER);
    }

    @Test
    void anUnmodifiedOpinionNamesNoCriteria() {
        assertThat(new DecidedOpinion(Judgement.UNMODIFIED, "", "", List.of("CC6.1")).criteria())
                .isEmpty();
    }

    @Test
    void theBasisIsProposedFromWhatLeavesACriterionUnmet() {
        assertThat(DecidedOpinion.proposedBasis(List.of(deviation("Yes")), "Weighed", false))
                .contains("Two approvals were missing. Of 25 items tested, 2 failed (D-1)");
        assertThat(DecidedOpinion.proposedBasis(List.of(), "No records", false)).isEqualTo("No records");
    }

    @Test
    void everybodyReadsWhatWasNotMetAndNothingOfTheTestsThatShowedIt() {
        assertThat(DecidedOpinion.proposedPublicBasis(CRITERIA, List.of("CC6.1")))
                .isEqualTo("Controls did not meet these criteria: Logical access (CC6.1).");
    }

    @Test
    void theAssertionOfAPayrollServiceNamesControlObjectives() {
        var qualified = new DecidedOpinion(Judgement.QUALIFIED, "Hours were not approved.", "", List.of("CO1"));
        assertThat(FinalAssertion.aligned("We assert.", qualified, "control objectives"))
                .contains("these control objectives were met: CO1");
    }

    @Test
    void thePartnerSaysWhichSubjectMattersAModificationConcerns() {
        var both = new DecidedOpinion(
                        Judgement.QUALIFIED, "Not there.", "", List.of(), List.of("description", "design"))
                .of(Attestation.TYPE_II);
        assertThat(List.of(both.description(), both.design())).containsOnly(Judgement.QUALIFIED);
        assertThat(both.operation()).isEqualTo(Judgement.UNMODIFIED);
    }

    @Test
    void theFinalAssertionShowsTheSameModificationAsTheOpinion() {
        var qualified = new DecidedOpinion(Judgement.QUALIFIED, "Leavers kept access.", "", List.of("CC6.1"));
        assertThat(FinalAssertion.aligned("We assert.", qualified, "criteria"))
                .startsWith("We assert.")
                .contains("Leavers kept access.", "CC6.1");
        var unmodified = new DecidedOpinion(Judgement.UNMODIFIED, "", "", List.of());
        assertThat(FinalAssertion.aligned("We assert.", unmodified, "criteria")).isEqualTo("We assert.");
    }
}
