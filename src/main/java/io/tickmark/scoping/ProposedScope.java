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
                .map(scope -> among(offered, scope.answers().chosen("controls")))
                .orElseGet(() -> firstGuess(engagement, offered));
    }

    /** Last year's controls where there was one, else all that are offered. */
    private List<ScopedControl> firstGuess(EngagementId engagement, List<ScopedControl> offered) {
        EngagementId previous = engagements.facts(engagement).previous();
        return previous == null
                ? offered
                : defined(previous)
                        .map(scope -> among(offered, scope.answers().chosen("controls")))
                        .filter(controls -> !controls.isEmpty())
                        .orElse(offered);
    }

    private static List<ScopedControl> among(List<ScopedControl> offered, List<String> references) {
        return offered.stream().filter(c -> references.contains(c.reference())).toList();
    }

    /** The client's controls that serve a criterion of the engagement's categories. */
    List<ScopedControl> offered(EngagementId engagement) {
        return offered(engagement, categories(engagements.facts(engagement)));
    }

    /** The client's controls that serve a criterion of these categories. */
    List<ScopedControl> offered(EngagementId engagement, Set<Category> categories) {
        Set<String> within =
                catalogue.of(categories).stream().map(Criterion::id).collect(Collectors.toSet());
        ClientId client = engagements.outline(engagement).client();
        return library.findByClientIdOrderByPosition(client.value()).stream()
                .map(control -> control.scoped(within))
                .filter(control -> !control.criteria().isEmpty())
                .toList();
    }

    List<ScopedCriterion> criteria(EngagementId engagement) {
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

    /** Of all planned reports together, for they rest on one body of evidence; Security always. */
    static Set<Category> categories(EngagementFacts facts) {
        Set<Category> categories = EnumSet.of(Category.SECURITY);
        facts.reports().forEach(report -> categories.addAll(report.categories()));
        return new LinkedHashSet<>(categories);
    }
}
