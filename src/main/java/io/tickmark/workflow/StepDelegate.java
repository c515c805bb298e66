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
        StepContext context = new Context(execution);
        if (step instanceof PreparedStep<?> prepared) {
            Preparation.use(prepared, context);
        } else {
            step.run(context);
        }
    }

    private record Context(DelegateExecution execution) implements StepContext {

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
            execution.setVariable(variable.name(), Variable.toEngine(value));
        }
    }
}
