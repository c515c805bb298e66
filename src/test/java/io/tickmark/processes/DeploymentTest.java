package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    @Test
    void theWholeSetIsDeployedTogether() {
        var repository = PlainEngine.ENGINE.getRepositoryService();
        List<Path> models = PlainEngine.files(PlainEngine.PROCESSES, ".bpmn");
        List<Path> decisions = PlainEngine.files(PlainEngine.PROCESSES, ".dmn");
        List<Path> files = new ArrayList<>(models);
        files.addAll(decisions);
        files.addAll(PlainEngine.files(PlainEngine.FORMS, ".form"));
        var bundle = repository.createDeployment();
        files.forEach(file -> bundle.addString(file.getFileName().toString(), PlainEngine.read(file)));
        var deployed = bundle.deployWithResult();
        try {
            assertThat(deployed.getDeployedProcessDefinitions()).hasSameSizeAs(models);
            assertThat(deployed.getDeployedDecisionDefinitions())
                    .extracting(decision -> decision.getKey())
                    .containsExactlyInAnyOrder("opinion", "report-selection", "sample-size", "full-year-sample");
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }
}
