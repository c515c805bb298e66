package io.tickmark.workflow;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Severity;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has the engine read models without deploying them, so that what it would refuse is told to the one who submits and
 * not to the one who approves. Only for sets in which {@link ModelGate} found no error.
 */
@Component
class TrialReading {

    private final ProcessEngineConfigurationImpl configuration;
    private final BpmnParser parser;

    TrialReading(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.parser = configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(deployer -> ((BpmnDeployer) deployer).getBpmnParser())
                .findFirst()
                .orElseThrow();
    }

    List<ModelFinding> findings(Map<String, byte[]> files) {
        // what is thrown inside must not leave the command: it would doom the transaction around it
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<ModelFinding> findings = new ArrayList<>();
            files.forEach((file, bytes) -> read(file, bytes, findings));
            return findings;
        });
    }

    private void read(String file, byte[] bytes, List<ModelFinding> findings) {
        try {
            if (file.endsWith(".bpmn")) {
                parser.createParse()
                        .sourceInputStream(new ByteArrayInputStream(bytes))
                        .name(file)
                        .deployment(new DeploymentEntity())
                        .execute();
            } else if (file.endsWith(".dmn")) {
                configuration.getDmnEngine().parseDecisionRequirementsGraph(new ByteArrayInputStream(bytes));
            }
        } catch (ParseException refused) {
            refused.getResorceReports().forEach(report -> report.getErrors()
                    .forEach(error -> findings.add(
                            error(file, error.getMainElementId(), "The engine says: " + error.getMessage()))));
        } catch (RuntimeException refused) {
            findings.add(error(file, null, "The engine cannot read it: " + refused.getMessage()));
        }
    }

    private static ModelFinding error(String file, @Nullable String element, String message) {
        return new ModelFinding(file, element, Severity.ERROR, message);
    }
}
