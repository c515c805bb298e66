package io.tickmark.description;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file that a description can agree with; each test takes one thing away or adds one. */
final class OnFile {

    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final LocalDate END = LocalDate.of(2026, 6, 30);

    boolean byObjectives;
    List<ReportPlan> reports =
            new ArrayList<>(List.of(ReportPlan.typeTwo(ReportType.SOC2, List.of(Category.SECURITY), START, END)));
    String controlText = "Access follows the role";
    List<ScopedCriterion> criteria =
            new ArrayList<>(List.of(new ScopedCriterion("CC6.1", "Logical access", Category.SECURITY, true, "")));
    String scope = "{\"boundaries\": \"Production\"}";
    String inventory = "{}";
    String services = "";
    List<IncidentFacts> incidents = new ArrayList<>();
    Map<Section, String> lastYear = new EnumMap<>(Section.class);

    static Map<Section, String> written() {
        Map<Section, String> texts = new EnumMap<>(Section.class);
        List.of(Section.SERVICES, Section.COMMITMENTS).forEach(section -> texts.put(section, "Storage 📦"));
        Section.COMPONENTS.forEach(section -> texts.put(section, "Our " + section.key()));
        return texts;
    }

    static IncidentFacts incident(IncidentKind kind, String title, LocalDate on, boolean failedControls) {
        return new IncidentFacts(
                UUID.randomUUID(),
                "I-1",
                kind,
                title,
                on,
                on.plusDays(1),
                "The ledger stood still.",
                "Two hours, all customers.",
                List.of("ACC-01"),
                List.of("CC6.1"),
                failedControls,
                false,
                "Restarted.");
    }

    FiledFacts facts() {
        return new FiledFacts(
                byObjectives,
                reports,
                List.of(new ScopedControl(
                        UUID.randomUUID(),
                        "ACC-01",
                        "Access",
                        controlText,
                        List.of("CC6.1"),
                        "daily",
                        "manual",
                        List.of())),
                criteria,
                answers(scope),
                answers(inventory),
                services,
                incidents,
                lastYear);
    }

    private static Answers answers(String json) {
        return new Answers((ObjectNode) JsonMapper.shared().readTree(json));
    }
}
