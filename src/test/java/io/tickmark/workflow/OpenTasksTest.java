package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A task is read past the engine, and must come out as the engine itself would tell it. */
@Tag("database")
@TickmarkTest
class OpenTasksTest {

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    ProcessEngine engine;

    @Test
    void aTaskIsReadAsTheEngineTellsIt() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        assertThat(readAlike(audit)).hasSize(1);
        audit.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        audit.done("client-sponsor", "DecideProposal", Map.of("proposalDecision", "accept"));
        audit.done(
                "client-compliance",
                "DescribeNeed",
                Map.of(
                        "services", "Storage 📦",
                        "readers", "customers",
                        "financialReporting", "no",
                        "timeFrame", "period"));
        audit.done("audit-manager", "ConfirmReports", Map.of("categories", List.of("SECURITY")));
        audit.done("audit-partner", "ConfirmLicence", Map.of());
        audit.task("audit-staff", "ConfirmIndependence");

        assertThat(readAlike(audit))
                .as("one task for each auditor, each with its own place in the loop")
                .extracting(OpenTask::loopCounter)
                .contains(0, 1, 2, 3);
    }

    @Test
    void aVariableOfEveryPlainKindIsReadAlikeAndAnInnerOneBeforeAnOuter() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        String id = ofTheAudit(audit).get(0).getId();
        Map<String, Object> plain = Variables.createVariables()
                .putValue("aText", "📦")
                .putValue("noText", "")
                .putValue("aFlag", true)
                .putValue("aCount", 7)
                .putValue("aLong", 7L)
                .putValue("aShare", 0.5)
                .putValue("aDate", new Date(1_000))
                .putValue("nothing", null);
        String execution = tasks().createTaskQuery().taskId(id).singleResult().getExecutionId();
        engine.getRuntimeService().setVariables(execution, plain);
        engine.getRuntimeService().setVariableLocal(execution, "aText", "inner");

        assertThat(readAlike(audit).get(0).variables())
                .containsAllEntriesOf(Map.of("noText", "", "aFlag", true, "aCount", 7, "aLong", 7L, "aShare", 0.5))
                .containsEntry("aDate", new Date(1_000))
                .containsEntry("aText", "inner")
                .containsEntry("nothing", null);
    }

    @Test
    void aValueThatOnlyTheEngineReadsIsReadByIt() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        String id = ofTheAudit(audit).get(0).getId();
        tasks().setVariable(id, "bytes", new byte[] {1, 2});

        assertThat(openTasks.find(id).orElseThrow().variables().get("bytes")).isEqualTo(new byte[] {1, 2});
    }

    @Test
    void aTaskThatIsGoneIsFoundNoMore() {
        assertThat(openTasks.find("no such task")).isEmpty();
    }

    private List<OpenTask> readAlike(AuditWorld audit) {
        return ofTheAudit(audit).stream()
                .map(task -> {
                    OpenTask read = openTasks.find(task.getId()).orElseThrow();
                    assertThat(Optional.of(read)).isEqualTo(byTheEngine(task.getId()));
                    return read;
                })
                .toList();
    }

    /** Inside of a command it is the engine that is asked. */
    private Optional<OpenTask> byTheEngine(String id) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> openTasks.find(id));
    }

    private List<Task> ofTheAudit(AuditWorld audit) {
        return tasks().createTaskQuery()
                .processInstanceBusinessKey(audit.engagement)
                .list();
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }
}
