package io.tickmark.workflow;

import io.tickmark.modelcheck.ModelCheck;
import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Origin;
import io.tickmark.modelcheck.Sources;
import io.tickmark.modelcheck.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The check that a set of models passes before the engine reads it, with the words that this application understands.
 * The words are asked for at each check: roles change while the application runs.
 */
@Component
public class ModelGate {

    private final ListableBeanFactory beans;
    private final ObjectProvider<ProcessVariables> variables;
    private final ObjectProvider<KnownRoles> roles;

    ModelGate(ListableBeanFactory beans, ObjectProvider<ProcessVariables> variables, ObjectProvider<KnownRoles> roles) {
        this.beans = beans;
        this.variables = variables;
        this.roles = roles;
    }

    /**
     * Everything there is to say about a whole set of models; it may go live when no finding is an error. Runs and
     * fetches nothing, whatever the files hold, and never throws because of them.
     *
     * @param files the bytes of each file by its name in the bundle, such as {@code processes/renewal.bpmn} and
     *     {@code forms/define-scope.form}; always the whole set, since files refer to each other
     */
    public List<ModelFinding> findings(Map<String, byte[]> files, Origin origin) {
        return ModelCheck.findings(files, origin, vocabulary());
    }

    /** What models may name: the steps, the variables that code sets, and the roles that tasks are given to. */
    public Vocabulary vocabulary() {
        return new Vocabulary(
                Set.of(beans.getBeanNamesForType(Step.class, false, false)),
                Stream.concat(
                                Stream.of(Processes.ENGAGEMENT_ID),
                                variables.stream().flatMap(ours -> ours.variables().stream()
                                        .map(Variable::name)))
                        .collect(Collectors.toUnmodifiableSet()),
                roles.stream().flatMap(known -> known.roles().stream()).collect(Collectors.toUnmodifiableSet()),
                sources());
    }

    private Sources sources() {
        Map<String, Set<String>> starts = new HashMap<>();
        variables.stream()
                .forEach(ours -> ours.setAtStart().forEach((process, set) -> starts.put(process, names(set))));
        Map<String, Set<String>> sets = new HashMap<>();
        Map<String, Step> steps = beans.getBeansOfType(Step.class);
        steps.forEach((name, step) -> {
            if (!step.sets().isEmpty()) {
                sets.put(name, names(step.sets()));
            }
        });
        return new Sources(starts, sets, flags(steps.values()));
    }

    /** Where two steps set one flag, only what both set with it: a model does not see which of them it was. */
    static Map<String, Set<String>> flags(Collection<Step> steps) {
        Map<String, Set<String>> flags = new HashMap<>();
        steps.forEach(step -> {
            step.sets().stream()
                    .filter(flag -> !step.setsWhen().containsKey(flag))
                    .forEach(flag -> flags.put(flag.name(), Set.of()));
            step.setsWhen().forEach((flag, set) -> flags.merge(flag.name(), names(set), ModelGate::both));
        });
        flags.values().removeIf(Set::isEmpty);
        return flags;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Set<Variable<?>> variables) {
        return variables.stream().map(Variable::name).collect(Collectors.toUnmodifiableSet());
    }
}
