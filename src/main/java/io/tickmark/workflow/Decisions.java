package io.tickmark.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Evaluates the decision tables of a bundle. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;

    Decisions(ProcessEngine engine) {
        this.decisions = engine.getDecisionService();
        this.repository = engine.getRepositoryService();
    }

    /** The single output of the one rule that matches; a table that matches nothing is a defect of the model. */
    public Object evaluate(String bundle, String decision, Map<String, ?> inputs) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(bundle)
                .decisionDefinitionKey(decision)
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("The bundle " + bundle + " holds no decision '" + decision + "'");
        }
        Object result = decisions
                .evaluateDecisionTableById(definition.getId())
                .variables(new HashMap<>(inputs))
                .evaluate()
                .getSingleEntry();
        if (result == null) {
            throw new IllegalStateException("The decision '" + decision + "' has no rule for " + inputs);
        }
        return result;
    }
}
