package io.tickmark.modelcheck;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one gate for models: in the build, at start-up and on every submission. */
public final class ModelCheck {

    private ModelCheck() {}

    /**
     * Everything there is to say about a whole set of models; deployable when no finding is an error. Nothing of the
     * set is run or fetched, whatever it holds.
     *
     * @param files the text of each file by its name, such as {@code forms/define-scope.form}
     */
    public static List<ModelFinding> findings(Map<String, byte[]> files, Origin origin, Vocabulary vocabulary) {
        Set<ModelFinding> findings = new LinkedHashSet<>();
        ModelSet set = ModelSet.read(files, origin, findings);
        set.processes().forEach(AllowedBpmn::check);
        set.decisions().forEach(AllowedDmn::check);
        set.forms().forEach(AllowedForms::check);
        Map<String, Variables> known = Variables.of(set, vocabulary);
        ProcessFiles.check(set);
        Growth.check(set);
        Decisions.check(set);
        Calls.check(set);
        UserTasks.check(set, vocabulary, known);
        ServiceTasks.check(set, vocabulary);
        Conditions.check(set, known);
        Events.check(set, known);
        Loops.check(set, known);
        VariableReads.check(set, vocabulary, known);
        Ways.check(set);
        Properties.check(set);
        Naming.check(set);
        Diagrams.check(set);
        Forms.check(set);
        findings.addAll(Interlocks.findings(set));
        return List.copyOf(findings);
    }
}
