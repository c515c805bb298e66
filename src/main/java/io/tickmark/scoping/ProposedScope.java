package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Answers;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The scope as it would be frozen today. */
@Component
class ProposedScope {

    private final Engagements engagements;
    private final ScopeDefinition definition;
    private final ControlRepository library;
    private final Catalogue catalogue;

    ProposedScope(Engagements engagements, ScopeDefinition definition, ControlRepository library, Catalogue catalogue) {
        this.engagements = engagements;
        this.definition = definition;
        this.library = library;
        this.catalogue = catalogue;
    }

    List<ScopedControl> controls(EngagementId engagement) {
        List<ScopedControl> offered = offered(engagement);
        return defined(engagement)
                .map(scope -> among(engagement, offered, scope.answers()))
                .orElseGet(() -> firstGuess(engagement, offered));
    }

    /** Last year's controls where there was one, else all that are offered. */
    private List<ScopedControl> firstGuess(EngagementId engagement, List<ScopedControl> offered) {
        EngagementId previous = engagements.facts(engagement).previous();
        return previous == null
                ? offered
                : defined(previous)
                        .map(scope -> among(engagement, offered, scope.answers()))
                        .filter(controls -> !controls.isEmpty())
                        .orElse(offered);
    }

    private List<ScopedControl> among(EngagementId engagement, List<ScopedControl> offered, Answers scope) {
        if (byObjectives(engagement)) {
            return Objectives.controls(offered, scope);
        }
        List<String> references = scope.chosen("controls");
        return offered.stream().filter(c -> references.contains(c.reference())).toList();
    }

    /** Whether control objectives stand in place of criteria. */
    boolean byObjectives(EngagementId engagement) {
        return engagements.facts(engagement).byObjectives();
    }

    /** The client's controls that serve a criterion of the engagement's categories; of a SOC 1 all of them. */
    List<ScopedControl> offered(EngagementId engagement) {
        return byObjectives(engagement)
                ? library(engagement).map(control -> control.scoped(Set.of())).toList()
                : offered(engagement, categories(engagements.facts(engagement)));
    }

    private Stream<Control> library(EngagementId engagement) {
        ClientId client = engagements.outline(engagement).client();
        return library.findByClientIdOrderByPosition(client.value()).stream();
    }

    /** The client's controls that serve a criterion of these categories. */
    List<ScopedControl> offered(EngagementId engagement, Set<Category> categories) {
        Set<String> within =
                catalogue.of(categories).stream().map(Criterion::id).collect(Collectors.toSet());
        return library(engagement)
                .map(control -> control.scoped(within))
                .filter(control -> !control.criteria().isEmpty())
                .toList();
    }

    /** Of a SOC 1 the control objectives that are stated by now. */
    List<ScopedCriterion> criteria(EngagementId engagement) {
        if (byObjectives(engagement)) {
            return defined(engagement)
                    .map(scope -> Objectives.criteria(scope.answers()))
                    .orElse(List.of());
        }
        return criteria(
                categories(engagements.facts(engagement)),
                defined(engagement)
                        .map(scope -> scope.answers().rows("notApplicable"))
                        .orElse(List.of()));
    }

    /** @param notApplicable rows of {@code criterion} and {@code reason} */
    List<ScopedCriterion> criteria(Set<Category> categories, List<Answers> notApplicable) {
        Map<String, String> reasons = new LinkedHashMap<>();
        notApplicable.forEach(row -> reasons.put(row.text("criterion"), row.text("reason")));
        return catalogue.of(categories).stream()
                .map(c -> new ScopedCriterion(
                        c.id(),
                        c.title(),
                        c.category(),
                        !reasons.containsKey(c.id()),
                        reasons.getOrDefault(c.id(), "")))
                .toList();
    }

    private Optional<TaskRecord> defined(EngagementId engagement) {
        return definition.of(engagement);
    }

    /** Of all planned reports together, for they rest on one body of evidence; Security always, but none in a SOC 1. */
    static Set<Category> categories(EngagementFacts facts) {
        if (facts.byObjectives()) {
            return Set.of();
        }
        Set<Category> categories = EnumSet.of(Category.SECURITY);
        facts.reports().forEach(report -> categories.addAll(report.categories()));
        return new LinkedHashSet<>(categories);
    }
}
