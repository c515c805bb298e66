package io.tickmark.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.scoping.ScopedCriterion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each thing that a description may lack is taken away from one that lacks nothing. */
class CompletenessTest {

    private final OnFile file = new OnFile();
    private final Map<Section, String> texts = OnFile.written();

    private List<Missing> missing() {
        return Completeness.check(file.facts(), texts);
    }

    private void only(String criterion, String section, String saying) {
        assertThat(missing()).singleElement().satisfies(missing -> {
            assertThat(missing.criterion()).isEqualTo(criterion);
            assertThat(missing.section()).isEqualTo(section);
            assertThat(missing.message()).contains(saying).endsWith(".");
        });
    }

    @Test
    void aWholeDescriptionLacksNothing() {
        assertThat(missing()).isEmpty();
    }

    @Test
    void anEmptySectionIsSaid() {
        texts.remove(Section.SERVICES);
        only("DC1", "services", "Nothing is written under 'Services provided'");
    }

    @Test
    void eachOfTheFiveComponentsIsAskedFor() {
        file.inventory = "{\"items\": [{\"kind\": \"data\", \"name\": \"Orders\"}]}";
        for (Section component : Section.COMPONENTS) {
            String text = texts.remove(component);
            only("DC3", component.key(), "One of the five components is not described: " + component.key());
            texts.put(component, text);
        }
        texts.remove(Section.DATA);
        only("DC3", "data", "the inventory names 1 of it");
    }

    @Test
    void aSystemWithoutBoundariesIsSaid() {
        file.scope = "{}";
        only("DC3", "boundaries", "where the system ends");
        texts.put(Section.BOUNDARIES, "Production only");
        assertThat(missing()).isEmpty();
    }

    @Test
    void anIncidentOnFileIsToldOf() {
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "Outage of the ledger", OnFile.END, true));
        only("DC4", "incidents", "Outage of the ledger (incident of 2026-06-30, I-1) is on file and not told of");
        texts.put(Section.INCIDENTS, "On 30 June the outage of the ledger kept customers waiting.");
        assertThat(missing()).isEmpty();
    }

    @Test
    void anIncidentThatCameFromNoFailedControlAndBrokeNoCommitmentNeedNotBeToldOf() {
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "A false alarm", OnFile.END, false));
        assertThat(missing()).isEmpty();
    }

    @Test
    void whatHappenedOutsideThePeriodIsOfAnotherReport() {
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "Later", OnFile.END.plusDays(1), true));
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "Before", OnFile.START.minusDays(2), true));
        assertThat(missing()).isEmpty();
        // found out about in the period
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "Found", OnFile.START.minusDays(1), true));
        only("DC4", "incidents", "Found");
    }

    @Test
    void aSignificantChangeOnFileIsToldOf() {
        file.incidents.add(OnFile.incident(IncidentKind.SIGNIFICANT_CHANGE, "New data centre", OnFile.START, false));
        only("DC9", "changes", "New data centre (significant change of 2026-01-01, I-1)");
        texts.put(Section.CHANGES, "New data centre in Oregon");
        assertThat(missing()).isEmpty();
    }

    @Test
    void aCriterionThatNoControlServesIsSaid() {
        file.criteria.add(new ScopedCriterion("CC6.2", "Joiners", Category.SECURITY, true, ""));
        only("DC5", "controls", "No control of the scope serves CC6.2");
    }

    @Test
    void controlsThatSpeakOfUserEntitiesAskForTheirControls() {
        file.controlText = "User entities approve their own users.";
        only("DC6", "userControls", "these controls speak of them: ACC-01");
        texts.put(Section.USER_CONTROLS, "User entities approve their users.");
        assertThat(missing()).isEmpty();
    }

    @Test
    void aControlOfUserEntitiesThatTheScopeNamesIsNamed() {
        file.scope = "{\"boundaries\": \"P\", \"userEntityControls\": [{\"control\": \"Keys are kept safe.\"}]}";
        only("DC6", "userControls", "Keys are kept safe");
        texts.put(Section.USER_CONTROLS, "At our customers, keys are kept safe.");
        assertThat(missing()).isEmpty();
    }

    @Test
    void aSubserviceOrganisationOfTheScopeIsNamed() {
        file.scope = "{\"boundaries\": \"P\", \"subserviceOrganisations\": [{\"name\": \"Cloudharbor\","
                + " \"service\": \"hosting\", \"method\": \"carve-out\", \"expectedControls\": \"Guards\"}]}";
        only("DC7", "subservices", "does not name Cloudharbor");
        texts.put(Section.SUBSERVICES, "Cloudharbor hosts for us.");
        assertThat(missing()).isEmpty();
    }

    @Test
    void theReasonOfACriterionThatDoesNotApplyIsGiven() {
        file.criteria.add(new ScopedCriterion("CC6.4", "Physical access", Category.SECURITY, false, "No rooms"));
        only("DC8", "notApplicable", "does not say why CC6.4");
        texts.put(Section.NOT_APPLICABLE, "CC6.4: we have no rooms.");
        assertThat(missing()).isEmpty();
    }

    @Test
    void aSoc1IsMeasuredByObjectivesAndTellsOfTransactions() {
        file.byObjectives = true;
        file.reports = List.of(ReportPlan.typeTwo(ReportType.SOC1, List.of(), OnFile.START, OnFile.END));
        texts.remove(Section.COMMITMENTS);
        only("DC2", "transactions", "Nothing is written under 'Transactions'");
        assertThat(Section.CONTROLS.title(true)).isEqualTo("Control objectives and controls");
    }

    @Test
    void aSoc3AloneAsksForBoundariesAndCommitmentsOnly() {
        file.reports =
                List.of(ReportPlan.typeTwo(ReportType.SOC3, List.of(Category.SECURITY), OnFile.START, OnFile.END));
        texts.clear();
        assertThat(missing()).extracting(Missing::section).containsExactly("services", "commitments");
    }
}
