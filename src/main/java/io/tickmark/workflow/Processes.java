package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, tells and ends process instances. Every call joins the caller's transaction and fails without one, so that
 * the engine's state and our tables change together.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    /** Set in every instance, and passed to each called one. */
    static final String ENGAGEMENT_ID = "engagementId";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Bundles bundles;
    private final DueTasks dueTasks;

    Processes(RuntimeService runtime, ManagementService management, Bundles bundles, DueTasks dueTasks) {
        this.runtime = runtime;
        this.management = management;
        this.bundles = bundles;
        this.dueTasks = dueTasks;
    }

    /** Starts a process of the live bundle; answers the bundle, to be kept for what is started later. */
    public String startFromLiveBundle(String process, EngagementId engagement, Map<Variable<?>, ?> variables) {
        String bundle = bundles.live();
        start(process, bundle, engagement, variables);
        return bundle;
    }

    /**
     * Starts a process of the given bundle for an engagement; its engagement is set as a variable by itself.
     *
     * @return the id of the process instance
     */
    public String start(String process, String bundle, EngagementId engagement, Map<Variable<?>, ?> variables) {
        Map<String, Object> values = new HashMap<>();
        variables.forEach((variable, value) -> values.put(variable.name(), Variable.toEngine(value)));
        values.put(ENGAGEMENT_ID, engagement.toString());
        return runtime.startProcessInstanceById(bundles.definition(bundle, process), engagement.toString(), values)
                .getId();
    }

    /**
     * Tells a message to the engagement's process instance that waits for it, and says whether one did. Nobody
     * waiting is no error: the model may not have got there, or may have been changed.
     */
    public boolean tell(String message, EngagementId engagement) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(engagement.toString())
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Like {@link #tell(String, EngagementId)}, for the one instance among siblings that carries the variable's value. */
    public <T> boolean tell(String message, EngagementId engagement, Variable<T> variable, T value) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(engagement.toString())
                .processInstanceVariableEquals(variable.name(), Variable.toEngine(value))
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Stops the clocks of everything that runs for the engagement: no task can be completed, no timer fires. */
    public void suspend(EngagementId engagement) {
        instances(engagement).forEach(runtime::suspendProcessInstanceById);
    }

    public void resume(EngagementId engagement) {
        instances(engagement).forEach(runtime::activateProcessInstanceById);
    }

    /** Changes a variable in every running instance of the engagement that has it, timers apart. */
    public <T> void set(EngagementId engagement, Variable<T> variable, T value) {
        instances(engagement)
                .forEach(instance -> runtime.setVariable(instance, variable.name(), Variable.toEngine(value)));
    }

    /** Changes a variable of one process instance. */
    public <T> void set(String processInstance, Variable<T> variable, @Nullable T value) {
        runtime.setVariable(processInstance, variable.name(), Variable.toEngine(value));
    }

    /**
     * Changes dates in every running instance of the engagement that has them; the timers there that wait for a date
     * fall due by the new ones, at once where that is past. What has not got a date yet is given it by its own model.
     */
    public void setDates(EngagementId engagement, Map<Variable<LocalDate>, LocalDate> dates) {
        List<String> names = dates.keySet().stream().map(Variable::name).toList();
        for (String instance : instances(engagement)) {
            Map<String, Object> known = runtime.getVariables(instance, names);
            dates.forEach((variable, date) -> {
                if (known.containsKey(variable.name())) {
                    runtime.setVariable(instance, variable.name(), Variable.toEngine(date));
                }
            });
            if (!known.isEmpty()) {
                recalculateTimers(instance);
            }
        }
    }

    /**
     * Changes a date of one process instance; open tasks that are due by it, and timers that wait for it, are due by the
     * new one. A timer that has fired does not fire again.
     */
    public void setDate(String processInstance, Variable<LocalDate> variable, LocalDate date) {
        set(processInstance, variable, date);
        dueTasks.by(processInstance, variable);
        recalculateTimers(processInstance);
    }

    /** The engagement's running instance that carries the variable's value; empty where none does. */
    public <T> Optional<String> instance(EngagementId engagement, Variable<T> variable, T value) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(engagement.toString())
                .variableValueEquals(variable.name(), Variable.toEngine(value))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .findFirst();
    }

    private void recalculateTimers(String instance) {
        management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(this::waitsForADate)
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    /** Timers that run for a while or in cycles are left alone: to recalculate them is to start them anew. */
    private boolean waitsForADate(Job timer) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition != null && definition.getJobConfiguration().startsWith("DATE");
    }

    private Iterable<String> instances(EngagementId engagement) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(engagement.toString()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }
}
