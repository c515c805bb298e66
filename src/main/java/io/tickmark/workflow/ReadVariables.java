package io.tickmark.workflow;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.stereotype.Component;

/**
 * Which variables a model reads, in conditions, timers, due dates, decisions and what it hands back to its caller. Only
 * these answers of a form become process variables; the rest is a matter of our tables.
 */
@Component
class ReadVariables {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<!['\\w.])[A-Za-z_]\\w*");

    private final RepositoryService repository;
    private final ConcurrentHashMap<String, Set<String>> known = new ConcurrentHashMap<>();

    ReadVariables(RepositoryService repository) {
        this.repository = repository;
    }

    Set<String> of(String bundle, String process) {
        return known.computeIfAbsent(bundle + "/" + process, key -> read(bundle, process));
    }

    private Set<String> read(String bundle, String process) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(bundle)
                .processDefinitionKey(process)
                .singleResult();
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        Set<String> names = new TreeSet<>();
        var expressions = EXPRESSION.matcher(Bpmn.convertToString(model));
        while (expressions.find()) {
            names.addAll(words(expressions.group(1)));
        }
        names.addAll(takenByCallers(bundle, process));
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            names.addAll(inputs(bundle, task.getCamundaDecisionRef()));
        }
        model.getModelElementsByType(CamundaIn.class).stream()
                .map(CamundaIn::getCamundaSource)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private static Set<String> words(String expression) {
        Set<String> words = new TreeSet<>();
        var matcher = NAME.matcher(expression.replaceAll("'[^']*'|\"[^\"]*\"", ""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private Set<String> inputs(String bundle, String decision) {
        Set<String> names = new TreeSet<>();
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(bundle)
                .decisionDefinitionKey(decision)
                .singleResult();
        if (definition != null) {
            repository
                    .getDmnModelInstance(definition.getId())
                    .getModelElementsByType(Text.class)
                    .forEach(text -> names.addAll(words(text.getTextContent())));
        }
        return names;
    }

    private Set<String> takenByCallers(String bundle, String called) {
        Set<String> names = new TreeSet<>();
        repository
                .createProcessDefinitionQuery()
                .deploymentId(bundle)
                .list()
                .forEach(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(CallActivity.class)
                                .stream()
                                .filter(call ->
                                        called.equals(call.getCalledElement()) && call.getExtensionElements() != null)
                                .flatMap(call -> call
                                        .getExtensionElements()
                                        .getElementsQuery()
                                        .filterByType(CamundaOut.class)
                                        .list()
                                        .stream())
                                .filter(out -> out.getCamundaSource() != null)
                                .forEach(out -> names.add(out.getCamundaSource())));
        return names;
    }
}
