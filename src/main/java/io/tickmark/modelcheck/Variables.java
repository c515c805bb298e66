package io.tickmark.modelcheck;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What one process may read: what code sets, what its forms answer, its decisions, and what calls pass in and hand back.
 * Reading anything else would stop the process, since a variable that was never set is an error in the engine.
 */
record Variables(Set<String> declared, List<FormFields.Field> answers) {

    /** By the process's key. */
    static Map<String, Variables> of(ModelSet set, Vocabulary vocabulary) {
        Map<String, Variables> known = new HashMap<>();
        set.processes().forEach(model -> known.put(model.key(), of(model, set, vocabulary)));
        return known;
    }

    static Variables of(ModelSet.Model model, Map<String, Variables> known) {
        return known.getOrDefault(model.key(), new Variables(Set.of(), List.of()));
    }

    private static Variables of(ModelSet.Model model, ModelSet set, Vocabulary vocabulary) {
        List<FormFields.Field> answers = shownForms(model)
                .flatMap(key -> set.forms().stream().filter(form -> form.key().equals(key)))
                .flatMap(form -> FormFields.of(form.json()).stream())
                .toList();
        Set<String> declared = new HashSet<>(vocabulary.variables());
        answers.forEach(answer -> declared.add(answer.key()));
        Xml.all(model.root(), "businessRuleTask").forEach(task -> declared.add(Xml.camunda(task, "resultVariable")));
        Xml.all(model.root(), "callActivity")
                .flatMap(call -> Calls.mappings(call, "out").stream())
                .forEach(out -> declared.add(out.getAttribute("target")));
        set.processes().stream()
                .flatMap(caller -> Xml.all(caller.root(), "callActivity"))
                .filter(call -> call.getAttribute("calledElement").equals(model.key()))
                .flatMap(call -> Calls.mappings(call, "in").stream())
                .forEach(in -> declared.add(in.getAttribute("target")));
        declared.remove("");
        return new Variables(declared, answers);
    }

    private static Stream<String> shownForms(ModelSet.Model model) {
        return Xml.all(model.root(), "userTask").map(task -> Xml.camunda(task, "formRef"));
    }

    boolean knows(String variable) {
        return declared.contains(variable);
    }

    List<FormFields.Field> answersTo(String variable) {
        return answers.stream().filter(answer -> answer.key().equals(variable)).toList();
    }

    /** The variables that a process's own expressions read; an answer of that name would overwrite them. */
    static Set<String> read(ModelSet.Model model) {
        Set<String> read = new HashSet<>(Set.of("engagementId"));
        Xml.all(model.root()).flatMap(Variables::expressions).forEach(value -> read.add(Expressions.variable(value)));
        return read;
    }

    private static Stream<String> expressions(Element element) {
        return Stream.concat(
                Xml.attributes(element).stream().map(org.w3c.dom.Attr::getValue), Stream.of(Xml.text(element)));
    }
}
