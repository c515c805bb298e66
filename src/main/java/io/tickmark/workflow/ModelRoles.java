package io.tickmark.workflow;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which roles the deployed models give tasks to. */
@Component
public class ModelRoles {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Bundles bundles;

    ModelRoles(RepositoryService repository, RuntimeService runtime, Bundles bundles) {
        this.repository = repository;
        this.runtime = runtime;
        this.bundles = bundles;
    }

    /** Those of the bundle that new engagements start on. */
    public Set<String> live() {
        return of(bundles.live());
    }

    /** Those of the live bundle and of each on which something runs. */
    public Set<String> running() {
        Set<String> roles = new HashSet<>(live());
        for (Deployment bundle : repository.createDeploymentQuery().list()) {
            if (runtime.createProcessInstanceQuery()
                            .deploymentId(bundle.getId())
                            .count()
                    > 0) {
                roles.addAll(of(bundle.getId()));
            }
        }
        return roles;
    }

    private Set<String> of(String bundle) {
        Set<String> roles = new HashSet<>();
        repository.createProcessDefinitionQuery().deploymentId(bundle).list().forEach(definition -> repository
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(UserTask.class)
                .forEach(task -> roles.addAll(task.getCamundaCandidateGroupsList())));
        return roles;
    }
}
