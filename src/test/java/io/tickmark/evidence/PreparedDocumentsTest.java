package io.tickmark.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.Wait;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.PreparedStep;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.StepFacts;
import io.tickmark.workflow.Variable;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A step that stores a document, run by the application's own job executor: bytes first, then the transaction. */
@Tag("database")
class PreparedDocumentsTest extends OverHttp {

    private static final Variable<String> NAME = Variable.text("fileName");

    @Autowired
    private Documents documents;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DefaultListableBeanFactory beans;

    private final Probe probe = new Probe();
    private String deployment = "";

    /** Counts what it stored, but not on its first try. */
    private final class Probe implements PreparedStep<StoredDocument> {

        final List<String> seen = new ArrayList<>();
        final List<StoredDocument> stored = new ArrayList<>();
        volatile boolean done;

        @Override
        public StoredDocument prepare(StepFacts facts) {
            seen.add("prepare in transaction: " + inTransaction());
            StoredDocument document =
                    documents.store(facts.engagement(), facts.need(NAME), "text/plain", "made".getBytes(UTF_8));
            stored.add(document);
            return document;
        }

        @Override
        public void run(StepContext context, StoredDocument prepared) {
            seen.add("run in transaction: " + inTransaction());
            documents.count(prepared);
            if (stored.size() == 1) {
                throw new ConcurrencyFailureException("Lost to somebody else");
            }
        }

        @Override
        public void release(StoredDocument prepared) {
            seen.add("release in transaction: " + inTransaction());
            documents.release(prepared);
            done = stored.size() == 2;
        }

        /** The engine's transaction, or one of ours, suspended ones included: the engine's commands are on the stack. */
        private boolean inTransaction() {
            return Context.getCommandContext() != null
                    || TransactionSynchronizationManager.isActualTransactionActive()
                    || !TransactionSynchronizationManager.getResourceMap().isEmpty();
        }
    }

    @BeforeEach
    void aModelWithTheStep() {
        beans.registerSingleton("probe", probe);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "probe.bpmn",
                        Bpmn.createExecutableProcess("probe")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("ServiceTask_Probe")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${probe}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void theModelGoes() {
        repository.deleteDeployment(deployment, true);
        beans.destroySingleton("probe");
    }

    @Test
    void theStoreIsWrittenBeforeTheTransactionAndWhatIsLostIsGivenUpAndMadeAgain() {
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey(
                "probe", world.audit.engagement, java.util.Map.of("fileName", "made.txt")));
        assertThat(Wait.soon(() -> probe.done)).isTrue();

        assertThat(probe.seen)
                .containsExactly(
                        "prepare in transaction: false",
                        "run in transaction: true",
                        "release in transaction: false",
                        "prepare in transaction: false",
                        "run in transaction: true",
                        "release in transaction: false");
        StoredDocument lost = probe.stored.get(0);
        assertThat(documents.find(lost.id())).as("lost with its transaction").isEmpty();
        assertThat(store.size(lost.key())).as("given up").isEmpty();
        StoredDocument kept = probe.stored.get(1);
        assertThat(documents.find(kept.id()))
                .get()
                .extracting(DocumentFacts::name)
                .isEqualTo("made.txt");
        assertThat(store.size(kept.key())).as("counts").hasValue(4);
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void noTransactionWaitsForTheStore() {
        long before = bytesKept();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> documents.store(
                        EngagementId.of(world.audit.engagement), "late.txt", "text/plain", "late".getBytes(UTF_8))))
                .hasMessageContaining("store first, then count");
        assertThat(bytesKept()).isEqualTo(before);
        assertThat(intentsLeft()).isZero();
    }
}
