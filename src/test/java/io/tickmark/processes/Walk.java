package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Walks one process on the plain engine: completes tasks, runs timers by the name of their element, and notes the steps
 * that ran. Asynchronous steps run by themselves; timers only when the test says so.
 */
final class Walk implements AutoCloseable {

    static final String ENGAGEMENT = "engagement-7";

    private static Walk current;

    private final ProcessEngine engine = PlainEngine.ENGINE;
    private final String deployment;
    private final Map<String, Consumer<DelegateExecution>> answers = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private ProcessInstance instance;

    /** Deploys the model, the decisions and, for each called process, one that only waits and then hands back. */
    static Walk of(String process, String... calledProcesses) {
        return new Walk(process, calledProcesses);
    }

    private Walk(String process, String... calledProcesses) {
        var bundle = engine.getRepositoryService().createDeployment();
        add(bundle, process + ".bpmn");
        PlainEngine.files(PlainEngine.PROCESSES, ".dmn")
                .forEach(decision -> add(bundle, decision.getFileName().toString()));
        for (String called : calledProcesses) {
            bundle.addModelInstance(called + ".bpmn", waiting(called));
        }
        deployment = bundle.deploy().getId();
        current = this;
    }

    private static void add(DeploymentBuilder bundle, String file) {
        bundle.addString(file, PlainEngine.read(PlainEngine.PROCESSES.resolve(file)));
    }

    private static BpmnModelInstance waiting(String process) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("in-" + process)
                .endEvent()
                .done();
    }

    static void step(String name, DelegateExecution execution) {
        current.steps.add(name);
        current.answers.getOrDefault(name, nothing -> {}).accept(execution);
    }

    /** What a step does when it runs, in place of the real one. */
    Walk when(String step, Consumer<DelegateExecution> answer) {
        answers.put(step, answer);
        return this;
    }

    Walk start(String process, Object... variables) {
        Map<String, Object> given = pairs(variables);
        given.put("engagementId", ENGAGEMENT);
        instance = engine.getRuntimeService().startProcessInstanceByKey(process, ENGAGEMENT, given);
        runSteps();
        return this;
    }

    /** Completes each open task of this element with the answers given. */
    Walk complete(String element, Object... variables) {
        List<Task> open = open(element);
        assertThat(open)
                .as("open tasks of %s among %s", element, openElements())
                .isNotEmpty();
        open.forEach(task -> engine.getTaskService().complete(task.getId(), pairs(variables)));
        runSteps();
        return this;
    }

    Walk complete(List<String> elements) {
        elements.forEach(element -> complete(element));
        return this;
    }

    /** Runs the timer that waits at this element. */
    Walk timer(String element) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId(element)
                .singleResult();
        assertThat(job).as("timer at %s", element).isNotNull();
        engine.getManagementService().executeJob(job.getId());
        runSteps();
        return this;
    }

    Walk message(String name) {
        engine.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceId(instance.getId())
                .correlate();
        runSteps();
        return this;
    }

    private void runSteps() {
        while (true) {
            List<Job> ready = engine.getManagementService()
                    .createJobQuery()
                    .messages()
                    .withRetriesLeft()
                    .list();
            if (ready.isEmpty()) {
                return;
            }
            engine.getManagementService().executeJob(ready.get(0).getId());
        }
    }

    List<Task> open(String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(element)
                .list();
    }

    List<String> openElements() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    List<String> steps() {
        return steps;
    }

    Object variable(String name) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    ProcessEngine engine() {
        return engine;
    }

    Standing then() {
        return new Standing(engine, instance);
    }

    private static Map<String, Object> pairs(Object... variables) {
        Map<String, Object> map = new LinkedHashMap<>();
        var values = Arrays.asList(variables).iterator();
        while (values.hasNext()) {
            map.put((String) values.next(), values.next());
        }
        return map;
    }

    @Override
    public void close() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }
}
