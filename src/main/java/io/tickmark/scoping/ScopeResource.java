package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is examined, in the API: for everybody who may know of the engagement. */
@RestController
class ScopeResource {

    /** A criterion with the controls that serve it; {@code reason} says why it does not apply, else it is empty. */
    record CriterionItem(
            String id,
            String title,
            @Nullable Category category,
            boolean applicable,
            String reason,
            List<String> controls) {}

    /** The lists are as the client entered them, with the keys of the forms. */
    record Answer(
            boolean frozen,
            List<Category> categories,
            List<CriterionItem> criteria,
            List<ScopedControl> controls,
            JsonNode inventory,
            JsonNode subserviceOrganisations,
            JsonNode userEntityControls,
            String userResponsibilities,
            String boundaries,
            List<String> uncovered) {}

    private final Engagements engagements;
    private final EngagementFile file;
    private final ScopeDefinition definition;
    private final Scope scope;
    private final Team team;

    ScopeResource(Engagements engagements, EngagementFile file, ScopeDefinition definition, Scope scope, Team team) {
        this.engagements = engagements;
        this.file = file;
        this.definition = definition;
        this.scope = scope;
        this.team = team;
    }

    @GetMapping("/api/engagements/{engagement}/scope")
    Answer scope(Actor actor, @PathVariable("engagement") UUID id) {
        EngagementId engagement = new EngagementId(id);
        var facts = engagements.visible(actor, engagement);
        if (actor.ofTheFirm() && !team.looksInside(actor, engagement)) {
            throw new Forbidden("Of the firm, the scope is for those who audit it or lead audits");
        }
        List<ScopedControl> controls = scope.controls(engagement);
        List<ScopedCriterion> criteria = scope.criteria(engagement);
        Optional<TaskRecord> defined = definition.of(engagement);
        return new Answer(
                scope.isFrozen(engagement),
                List.copyOf(ProposedScope.categories(facts)),
                criteria.stream().map(c -> item(c, controls)).toList(),
                controls,
                list(file.latest(engagement, "RecordInventory"), "items"),
                list(defined, "subserviceOrganisations"),
                list(defined, "userEntityControls"),
                text(defined, "userResponsibilities"),
                text(defined, "boundaries"),
                Scope.uncovered(criteria, controls));
    }

    private static CriterionItem item(ScopedCriterion criterion, List<ScopedControl> controls) {
        return new CriterionItem(
                criterion.id(),
                criterion.title(),
                criterion.category(),
                criterion.applicable(),
                criterion.reason(),
                controls.stream()
                        .filter(control -> control.criteria().contains(criterion.id()))
                        .map(ScopedControl::reference)
                        .toList());
    }

    private static JsonNode list(Optional<TaskRecord> record, String key) {
        return record.<JsonNode>map(answered -> answered.answers().json().path(key))
                .filter(JsonNode::isArray)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    private static String text(Optional<TaskRecord> record, String key) {
        return record.map(answered -> answered.answers().text(key)).orElse("");
    }
}
