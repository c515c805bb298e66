package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** Shows a {@link Step} to the engine as its own delegate. */
record StepDelegate(Step step) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        StepContext context = new Context(execution, step);
        if (step instanceof PreparedStep<?> prepared) {
            Preparation.use(prepared, context);
        } else {
            step.run(context);
        }
        step.sets().forEach(variable -> set(execution, variable));
        step.setsWhen().forEach((flag, variables) -> {
            if (Boolean.TRUE.equals(execution.getVariable(flag.name()))) {
                variables.forEach(variable -> set(execution, variable));
            }
        });
    }

    private void set(DelegateExecution execution, Variable<?> variable) {
        if (execution.getVariable(variable.name()) == null) {
            throw new IllegalStateException(step.getClass().getSimpleName() + " says that it sets '" + variable.name()
                    + "', and has not set it");
        }
    }

    private record Context(DelegateExecution execution, Step step) implements StepContext {

        @Override
        public EngagementId engagement() {
            return EngagementId.of(execution.getProcessBusinessKey());
        }

        @Override
        public String deployment() {
            return ((ExecutionEntity) execution).getProcessDefinition().getDeploymentId();
        }

        @Override
        public <T> @Nullable T get(Variable<T> variable) {
            return variable.fromEngine(execution.getVariable(variable.name()));
        }

        @Override
        public <T> void set(Variable<T> variable, T value) {
            boolean said = step.sets().contains(variable)
                    || step.setsWhen().values().stream().anyMatch(variables -> variables.contains(variable));
            if (!said) {
                throw new IllegalStateException(
                        step.getClass().getSimpleName() + " sets '" + variable.name() + "', which it does not say");
            }
            execution.setVariable(variable.name(), Variable.toEngine(value));
        }
    }
}
