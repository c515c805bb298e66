package io.tickmark.workflow;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deployed sets of models. A bundle is always the whole set in one deployment with stable names, since called
 * processes and forms are bound to the deployment of their caller. Bundles are never deleted: what runs on one needs it.
 */
@Component
public class Bundles {

    /** By which a deployment says that it holds the product's own models and nothing else. */
    static final String PRODUCT_SOURCE = "tickmark";

    private static final String OWNER_SOURCE = "owner";

    private final RepositoryService repository;
    private final ModelGate gate;
    private final TrialReading trial;
    private final JdbcClient database;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Bundles(RepositoryService repository, ModelGate gate, TrialReading trial, JdbcClient database) {
        this.repository = repository;
        this.gate = gate;
        this.trial = trial;
        this.database = database;
    }

    /** The id of the bundle that new engagements start on. */
    public String live() {
        return read("select bundle_id from live_bundle where id = 1")
                .orElseThrow(() -> new IllegalStateException("No models are deployed"));
    }

    /**
     * The live bundle, none before the first one; it cannot change until the caller's transaction ends, on any node.
     * Whoever wants to change it calls this first and decides by what it answers.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> lockLive() {
        return read("select bundle_id from live_bundle where id = 1 for update");
    }

    private Optional<String> read(String sql) {
        return database.sql(sql)
                .query((row, n) -> Optional.ofNullable(row.getString("bundle_id")))
                .single();
    }

    /** The id of a bundle's process, which stays; throws {@link IllegalStateException} when the bundle has none. */
    String definition(String bundle, String process) {
        return definitions.computeIfAbsent(bundle + " " + process, key -> {
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(bundle)
                    .processDefinitionKey(process)
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("The bundle " + bundle + " holds no process '" + process + "'");
            }
            return definition.getId();
        });
    }

    /** Every file of a bundle by its name in it, such as {@code processes/renewal.bpmn}. */
    public Map<String, byte[]> files(String bundle) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource resource : repository.getDeploymentResources(bundle)) {
            try (InputStream in = repository.getResourceAsStream(bundle, resource.getName())) {
                files.put(resource.getName(), in.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException("The model " + resource.getName() + " cannot be read", broken);
            }
        }
        return files;
    }

    /** All there is to say about a whole set; what the engine itself says only where the gate found no error. */
    public List<ModelFinding> findings(Map<String, byte[]> files, Origin origin) {
        List<ModelFinding> findings = new ArrayList<>(gate.findings(files, origin));
        if (!NotDeployable.because(findings)) {
            findings.addAll(trial.findings(files));
        }
        return findings;
    }

    /** The set as one that may go live; throws {@link NotDeployable} when the check finds an error. */
    public CheckedModels checked(Map<String, byte[]> files, Origin origin) {
        List<ModelFinding> findings = findings(files, origin);
        if (NotDeployable.because(findings)) {
            throw new NotDeployable(findings);
        }
        return new CheckedModels(files, origin);
    }

    /**
     * Deploys a whole set as the live bundle, at once for whatever starts from now on; the caller holds the lock.
     * Nothing that runs is touched.
     *
     * @return the bundle's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String goLive(String name, CheckedModels models) {
        // duplicate filtering would leave out what did not change, and what is bound to it would not be found
        var deployment = repository
                .createDeployment()
                .name(name)
                .source(models.origin() == Origin.PRODUCT ? PRODUCT_SOURCE : OWNER_SOURCE)
                .enableDuplicateFiltering(false);
        models.files().forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
        String bundle = deployment.deploy().getId();
        database.sql("update live_bundle set bundle_id = ? where id = 1")
                .param(bundle)
                .update();
        return bundle;
    }
}
