package io.tickmark.workflow;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Origin;
import io.tickmark.modelcheck.Severity;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** The live bundle, and those on which something still runs: each may be older than the rules of today. */
@Component
public class RunningModels {

    private static final Logger LOG = LoggerFactory.getLogger(RunningModels.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Bundles bundles;
    private final ModelGate gate;

    RunningModels(RepositoryService repository, RuntimeService runtime, Bundles bundles, ModelGate gate) {
        this.repository = repository;
        this.runtime = runtime;
        this.bundles = bundles;
        this.gate = gate;
    }

    /**
     * Checks each by the rules of today and logs what is found. That stops nothing: work that began under older rules
     * is finished, a live set is put right by its owners in the running application, and what expressions may do is
     * bounded by the engine's own lock. Whoever reads the log decides whether to migrate it.
     */
    public void check() {
        String live = bundles.live();
        for (Deployment bundle :
                repository.createDeploymentQuery().orderByDeploymentTime().asc().list()) {
            long running = runtime.createProcessInstanceQuery()
                    .deploymentId(bundle.getId())
                    .count();
            if (running > 0 || bundle.getId().equals(live)) {
                gate.findings(bundles.files(bundle.getId()), origin(bundle))
                        .forEach(finding -> tell(bundle, running, finding));
            }
        }
    }

    private static void tell(Deployment bundle, long running, ModelFinding finding) {
        LOG.atLevel(finding.severity() == Severity.ERROR ? Level.ERROR : Level.WARN)
                .log(
                        "{}, on which {} processes run: {}{}: {}",
                        bundle.getName(),
                        running,
                        finding.file(),
                        finding.element() == null ? "" : ", " + finding.element(),
                        finding.message());
    }

    private static Origin origin(Deployment bundle) {
        return Bundles.PRODUCT_SOURCE.equals(bundle.getSource()) ? Origin.PRODUCT : Origin.OWNER;
    }
}
