package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a change makes of the scope, and the change itself; whether it is a good one has been decided elsewhere. */
@Component
public class ScopeChange {

    private final Engagements engagements;
    private final EngagementFile file;
    private final ProposedScope proposed;
    private final ScopeDefinition definition;
    private final Scope scope;
    private final FrozenScope frozen;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScopeChange(
            Engagements engagements,
            EngagementFile file,
            ProposedScope proposed,
            ScopeDefinition definition,
            Scope scope,
            FrozenScope frozen,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engagements = engagements;
        this.file = file;
        this.proposed = proposed;
        this.definition = definition;
        this.scope = scope;
        this.frozen = frozen;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** References of controls that the change takes out of the scope. */
    public List<String> dropped(EngagementId engagement, UUID change) {
        return without(references(scope.controls(engagement)), chosen(engagement, change));
    }

    /** What is different, a sentence each; empty where the client defined nothing, or the same. */
    public List<String> words(EngagementId engagement, UUID change) {
        List<String> words = new ArrayList<>();
        redefined(engagement, change).ifPresent(answers -> {
            List<String> before = labels(ProposedScope.categories(engagements.facts(engagement)));
            List<String> after = labels(categories(engagement, answers));
            List<String> controls = references(scope.controls(engagement));
            List<String> named = named(engagement, answers);
            say(words, "Categories added", without(after, before));
            say(words, "Categories left out", without(before, after));
            say(words, "Controls added", without(named, controls));
            say(words, "Controls left out", without(controls, named));
            List<String> objectives = objectives(answers);
            List<String> stated = definition
                    .of(engagement)
                    .map(record -> objectives(record.answers()))
                    .orElse(objectives);
            say(words, "Control objectives added", without(objectives, stated));
            say(words, "Control objectives left out", without(stated, objectives));
            Answers now =
                    definition.of(engagement).map(record -> record.answers()).orElse(answers);
            say(words, "Subservice organisations", without(organisations(answers), organisations(now)));
            say(words, "No longer subservice organisations", without(organisations(now), organisations(answers)));
            if (!answers.text("boundaries").equals(now.text("boundaries"))) {
                words.add("Boundaries of the system: " + answers.text("boundaries"));
            }
        });
        return words;
    }

    /** Lets the scope be what the change says, its categories in every planned report; nothing else of a plan changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(EngagementId engagement, UUID change) {
        Answers answers = redefined(engagement, change)
                .orElseThrow(() -> new IllegalStateException("Nobody has said what change " + change + " does"));
        List<String> dropped = dropped(engagement, change);
        List<String> before = references(scope.controls(engagement));
        Set<Category> categories = categories(engagement, answers);
        boolean objectives = proposed.byObjectives(engagement);
        if (!objectives) {
            engagements.cover(engagement, categories);
        }
        List<ScopedControl> controls = objectives
                ? Objectives.controls(proposed.offered(engagement), answers)
                : proposed.offered(engagement, categories).stream()
                        .filter(control -> answers.chosen("controls").contains(control.reference()))
                        .toList();
        List<ScopedCriterion> criteria = objectives
                ? Objectives.criteria(answers)
                : proposed.criteria(categories, answers.rows("notApplicable"));
        frozen.keep(engagement, controls, criteria, change, clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("change", change);
        facts.put("categories", categories.stream().map(Category::name).toList());
        facts.put("added", without(references(controls), before));
        facts.put("dropped", dropped);
        facts.put("uncovered", Scope.uncovered(criteria, controls));
        trail.record(engagement, "scope-changed", null, facts);
        events.publishEvent(new ScopeChanged(engagement, dropped));
    }

    private Optional<Answers> redefined(EngagementId engagement, UUID change) {
        return file.latest(engagement, RedefineScope.PHRASE, change.toString()).map(record -> record.answers());
    }

    private List<String> chosen(EngagementId engagement, UUID change) {
        return redefined(engagement, change)
                .map(answers -> named(engagement, answers))
                .orElseGet(() -> references(scope.controls(engagement)));
    }

    /** None in a SOC 1. */
    private Set<Category> categories(EngagementId engagement, Answers answers) {
        return proposed.byObjectives(engagement) ? Set.of() : RedefineScope.categories(answers);
    }

    private List<String> named(EngagementId engagement, Answers answers) {
        return proposed.byObjectives(engagement) ? Objectives.references(answers) : answers.chosen("controls");
    }

    private static List<String> objectives(Answers answers) {
        return Objectives.criteria(answers).stream().map(ScopedCriterion::title).toList();
    }

    private static List<String> references(List<ScopedControl> controls) {
        return controls.stream().map(ScopedControl::reference).toList();
    }

    private static List<String> labels(Collection<Category> categories) {
        return categories.stream().sorted().map(Category::label).toList();
    }

    private static List<String> organisations(Answers answers) {
        return answers.rows("subserviceOrganisations").stream()
                .map(row -> row.text("name") + " (" + row.text("method") + ")")
                .toList();
    }

    private static List<String> without(List<String> those, List<String> these) {
        return those.stream().filter(one -> !these.contains(one)).toList();
    }

    private static void say(List<String> words, String what, List<String> which) {
        if (!which.isEmpty()) {
            words.add(what + ": " + which.stream().collect(Collectors.joining(", ")));
        }
    }
}
