package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<ModelFinding> findings = new ArrayList<>();
        findings.addAll(Interlocks.findings(files));
        return findings;
    }
}
