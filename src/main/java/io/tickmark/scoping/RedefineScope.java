package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import io.tickmark.workflow.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The client defines the scope as a change is to leave it; it stands once the change is agreed and applied. */
@Component
class RedefineScope implements TaskRules {

    /** As the file knows the tasks. */
    static final String PHRASE = "RedefineScope";

    private static final Variable<String> CHANGE_ID = Variable.text("changeId");

    private final ProposedScope proposed;
    private final Scope scope;
    private final ScopeDefinition definition;
    private final Engagements engagements;

    RedefineScope(ProposedScope proposed, Scope scope, ScopeDefinition definition, Engagements engagements) {
        this.proposed = proposed;
        this.scope = scope;
        this.definition = definition;
        this.engagements = engagements;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return new TaskSubject(task.need(CHANGE_ID), "The scope as it is to be");
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        Map<String, Object> data = EarlierAnswers.keep(definition.of(engagement), DefineScope.LASTING);
        Set<Category> all = EnumSet.allOf(Category.class);
        List<ScopedControl> offered =
                proposed.byObjectives(engagement) ? proposed.offered(engagement) : proposed.offered(engagement, all);
        data.put("categories", List.copyOf(ProposedScope.categories(engagements.facts(engagement))));
        data.put(
                "controls",
                scope.controls(engagement).stream()
                        .map(ScopedControl::reference)
                        .toList());
        data.put(
                "controlOptions",
                offered.stream()
                        .map(c -> Map.of("label", c.label(), "value", c.reference()))
                        .toList());
        data.put(
                "criterionOptions",
                proposed.criteria(all, List.of()).stream()
                        .map(c -> Map.of("label", c.label(), "value", c.id()))
                        .toList());
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        if (proposed.byObjectives(task.engagement())) {
            return Objectives.refusals(proposed.offered(task.engagement()), answers);
        }
        if (!answers.chosen("categories").contains(Category.SECURITY.name())) {
            return List.of(new Refusal("categories", "Security is part of every SOC 2 report"));
        }
        Set<Category> categories = categories(answers);
        return ScopeCheck.refusals(
                proposed.offered(task.engagement(), categories), proposed.criteria(categories, List.of()), answers);
    }

    static Set<Category> categories(Answers answers) {
        Set<Category> categories = EnumSet.of(Category.SECURITY);
        answers.chosen("categories").forEach(name -> categories.add(Category.valueOf(name)));
        return categories;
    }
}
