package io.tickmark.description;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopeDefinition;
import io.tickmark.workflow.Answers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads from the engagement's file what its description must agree with. */
@Component
class FactsOnFile {

    private final EngagementFile file;
    private final Scope scope;
    private final ScopeDefinition definition;
    private final Incidents incidents;
    private final SectionVersions versions;

    FactsOnFile(
            EngagementFile file,
            Scope scope,
            ScopeDefinition definition,
            Incidents incidents,
            SectionVersions versions) {
        this.file = file;
        this.scope = scope;
        this.definition = definition;
        this.incidents = incidents;
        this.versions = versions;
    }

    FiledFacts of(EngagementFacts engagement) {
        EngagementId id = engagement.id();
        return new FiledFacts(
                engagement.byObjectives(),
                engagement.reports(),
                scope.controls(id),
                scope.criteria(id),
                answers(definition.of(id)),
                answers(file.latest(id, "RecordInventory")),
                services(id),
                incidents.of(id),
                lastYear(engagement.previous()));
    }

    /** What the client said when it asked for the audit. */
    String services(EngagementId id) {
        return answers(file.latest(id, "DescribeNeed")).text("services");
    }

    Map<Section, String> lastYear(@Nullable EngagementId previous) {
        Map<Section, String> texts = new EnumMap<>(Section.class);
        if (previous != null) {
            versions.current(previous).forEach((section, version) -> {
                if (Section.LASTING.contains(section) && !version.text().isEmpty()) {
                    texts.put(section, version.text());
                }
            });
        }
        return texts;
    }

    private static Answers answers(Optional<TaskRecord> record) {
        return record.map(TaskRecord::answers).orElseGet(() -> new Answers(JsonNodeFactory.instance.objectNode()));
    }
}
