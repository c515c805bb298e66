package io.tickmark.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import io.tickmark.scoping.ScopedCriterion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private final OnFile file = new OnFile();
    private final Map<Section, String> texts = new EnumMap<>(Section.class);

    private List<Suggestion> of(Section section) {
        return new Suggestions(file.facts(), texts).of(section);
    }

    private String only(Section section) {
        List<Suggestion> found = of(section);
        assertThat(found).hasSize(1);
        return found.get(0).text();
    }

    @Test
    void theInventoryProposesWhatIsNotNamedYet() {
        file.inventory = "{\"items\": [{\"kind\": \"software\", \"name\": \"Ledger 📒\", \"purpose\": \"Books\"},"
                + " {\"kind\": \"software\", \"name\": \"Mailer\"}, {\"kind\": \"data\", \"name\": \"Orders\"}]}";
        assertThat(of(Section.SOFTWARE)).containsExactly(new Suggestion("the inventory", "Ledger 📒: Books\n\nMailer"));
        texts.put(Section.SOFTWARE, "The mailer writes to customers.");
        assertThat(only(Section.SOFTWARE)).isEqualTo("Ledger 📒: Books");
    }

    @Test
    void theScopeProposesItsControlsAndWhoseControlsItRestsOn() {
        file.criteria.add(new ScopedCriterion("CC6.4", "Physical access", Category.SECURITY, false, "No rooms"));
        file.scope =
                "{\"boundaries\": \"Production\", \"userEntityControls\": [{\"control\": \"Keys are kept safe.\"}],"
                        + " \"subserviceOrganisations\": [{\"name\": \"Cloudharbor\", \"service\": \"hosting\","
                        + " \"method\": \"carve-out\", \"expectedControls\": \"Guards\\nFences\"}]}";
        assertThat(only(Section.CONTROLS)).isEqualTo("CC6.1 Logical access: ACC-01");
        assertThat(only(Section.BOUNDARIES)).isEqualTo("Production");
        assertThat(only(Section.USER_CONTROLS)).isEqualTo("Keys are kept safe.");
        assertThat(only(Section.NOT_APPLICABLE)).isEqualTo("CC6.4 Physical access: No rooms");
        assertThat(only(Section.SUBSERVICES))
                .startsWith("Cloudharbor: hosting. By the carve-out method")
                .endsWith("Guards\n\nFences");
    }

    @Test
    void theRegisterProposesWhatHasToBeTold() {
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "Outage", OnFile.START, true));
        file.incidents.add(OnFile.incident(IncidentKind.SIGNIFICANT_CHANGE, "New data centre", OnFile.START, false));
        assertThat(only(Section.INCIDENTS))
                .isEqualTo(
                        "Outage, January 1, 2026, discovered on January 2, 2026. The ledger stood still. Two hours, all"
                                + " customers. It came about because controls failed. Restarted.");
        assertThat(only(Section.CHANGES)).startsWith("New data centre, January 1, 2026");
    }

    @Test
    void whatIsTakenOverIsComplete() {
        file.incidents.add(OnFile.incident(IncidentKind.INCIDENT, "Outage", OnFile.START, true));
        file.scope = "{\"boundaries\": \"P\", \"subserviceOrganisations\": [{\"name\": \"Cloudharbor\","
                + " \"service\": \"hosting\", \"expectedControls\": \"Guards\"}]}";
        texts.putAll(OnFile.written());
        for (Section section : List.of(Section.INCIDENTS, Section.SUBSERVICES)) {
            texts.put(section, only(section));
            assertThat(of(section)).isEmpty();
        }
        assertThat(Completeness.check(file.facts(), texts)).isEmpty();
    }

    @Test
    void lastYearsTextIsProposedUntilThisYearsIsWritten() {
        file.lastYear.put(Section.PEOPLE, "Eleven engineers");
        assertThat(of(Section.PEOPLE)).containsExactly(new Suggestion("last year", "Eleven engineers"));
        texts.put(Section.PEOPLE, "");
        assertThat(of(Section.PEOPLE)).isEmpty();
    }
}
