package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.EngagementId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which answers of a form become variables: those that the models of its bundle read, and no other. */
class CompletionTest {

    private static final String DECIDE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="t">
              <process id="decide" name="Decide" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="Start"/>
                <sequenceFlow id="Flow_1" sourceRef="Start" targetRef="UserTask_Decide"/>
                <userTask id="UserTask_Decide" name="Decide" camunda:formRef="decide" camunda:formRefBinding="deployment"
                    camunda:candidateGroups="audit-partner" camunda:dueDate="${decideBy}"/>
                <sequenceFlow id="Flow_2" sourceRef="UserTask_Decide" targetRef="Gateway"/>
                <exclusiveGateway id="Gateway" name="Decided?" default="Flow_Yes"/>
                <sequenceFlow id="Flow_No" sourceRef="Gateway" targetRef="Wait">
                  <conditionExpression>${decision == 'aWordInQuotes'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="Flow_Why" sourceRef="Gateway" targetRef="Wait">
                  <conditionExpression>${why == 'cost'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="Flow_Yes" sourceRef="Gateway" targetRef="Task_Ask"/>
                <businessRuleTask id="Task_Ask" camunda:decisionRef="rate" camunda:decisionRefBinding="deployment"
                    camunda:mapDecisionResult="singleEntry" camunda:resultVariable="rate"/>
                <sequenceFlow id="Flow_3" sourceRef="Task_Ask" targetRef="Wait"/>
                <userTask id="Wait" camunda:formRef="decide" camunda:formRefBinding="deployment"/>
                <sequenceFlow id="Flow_4" sourceRef="Wait" targetRef="Call"/>
                <callActivity id="Call" calledElement="called" camunda:calledElementBinding="deployment">
                  <extensionElements><camunda:in source="handedOver" target="given"/></extensionElements>
                </callActivity>
                <sequenceFlow id="Flow_5" sourceRef="Call" targetRef="End"/>
                <endEvent id="End"/>
              </process>
            </definitions>
            """;

    private static final String CALLER = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="t">
              <process id="caller" name="Caller" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="Start"/>
                <sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Call"/>
                <callActivity id="Call" calledElement="decide" camunda:calledElementBinding="deployment">
                  <extensionElements><camunda:out source="takenBack" target="anything"/></extensionElements>
                </callActivity>
                <sequenceFlow id="Flow_2" sourceRef="Call" targetRef="Other"/>
                <callActivity id="Other" calledElement="elsewhere" camunda:calledElementBinding="deployment">
                  <extensionElements><camunda:out source="ofAnother" target="anything"/></extensionElements>
                </callActivity>
                <sequenceFlow id="Flow_3" sourceRef="Other" targetRef="End"/>
                <endEvent id="End"/>
              </process>
            </definitions>
            """;

    private static final String RATE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions" name="Rate"
                namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="rate" name="Rate">
                <decisionTable id="Table" hitPolicy="FIRST">
                  <input id="Input"><inputExpression id="E" typeRef="number"><text>amount</text></inputExpression></input>
                  <output id="Output" name="rate" typeRef="string"/>
                  <rule id="Rule">
                    <inputEntry id="Entry"><text></text></inputEntry>
                    <outputEntry id="Out"><text>"low"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String FORM = """
            {"type": "default", "id": "decide", "components": [
              {"type": "textfield", "key": "decision", "id": "a"},
              {"type": "textfield", "key": "why", "id": "b"},
              {"type": "number", "key": "amount", "id": "c"},
              {"type": "textarea", "key": "noteForThePeople", "id": "d"},
              {"type": "textfield", "key": "takenBack", "id": "e"},
              {"type": "checklist", "key": "handedOver", "id": "f", "values": [{"label": "A", "value": "a"}]}]}
            """;

    private static final ProcessEngine ENGINE = engine();
    private static final String BUNDLE = bundle();

    private final JsonMapper json = new JsonMapper();
    private final ReadVariables read = new ReadVariables(ENGINE.getRepositoryService());
    private final Completion completion =
            new Completion(ENGINE.getTaskService(), read, new Forms(ENGINE.getRepositoryService(), json));

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:completion;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("completion");
        configuration.setMetricsEnabled(false);
        configuration.setHistoryTimeToLive("P30D");
        return configuration.buildProcessEngine();
    }

    private static String bundle() {
        return ENGINE.getRepositoryService()
                .createDeployment()
                .addString("processes/decide.bpmn", DECIDE)
                .addString("processes/caller.bpmn", CALLER)
                .addString("processes/rate.dmn", RATE)
                .addString("forms/decide.form", FORM)
                .deploy()
                .getId();
    }

    @AfterAll
    static void theEngineGoes() {
        ENGINE.close();
    }

    @Test
    void aModelReadsWhatItsConditionsDatesDecisionsAndCallsNameAndWhatItsCallerTakesBack() {
        assertThat(read.of(BUNDLE, "decide"))
                .contains("decision", "why", "decideBy", "amount", "handedOver", "takenBack")
                .doesNotContain("aWordInQuotes", "noteForThePeople", "ofAnother", "given");
    }

    @Test
    void whatTheModelReadsBecomesAVariableAndWhatPeopleWroteForEachOtherDoesNot() {
        Map<String, Object> kept = completed(Map.of(), """
                {"decision": "go", "why": "time", "amount": 7, "noteForThePeople": "Between us", "takenBack": "yes"}""");

        assertThat(kept)
                .containsEntry("decision", "go")
                .containsEntry("why", "time")
                .containsEntry("amount", 7L)
                .containsEntry("takenBack", "yes")
                .doesNotContainKey("noteForThePeople");
    }

    @Test
    void aPartOfANumberIsKept() {
        assertThat(completed(Map.of(), "{\"amount\": 0.5}")).containsEntry("amount", 0.5);
    }

    @Test
    void whatTheFormHidIsEmptyAndNotMissingSoThatTheConditionOnItIsAnswered() {
        assertThat(completed(Map.of(), "{\"decision\": \"go\"}"))
                .containsEntry("why", null)
                .containsEntry("amount", null);
    }

    @Test
    void whatTheFormHidKeepsTheValueItHadFromBefore() {
        assertThat(completed(Map.of("why", "known before"), "{\"decision\": \"go\"}"))
                .containsEntry("why", "known before");
    }

    @Test
    void aListBecomesNoVariable() {
        assertThat(completed(Map.of(), "{\"decision\": \"go\", \"handedOver\": [\"a\"]}"))
                .containsEntry("handedOver", null);
    }

    /** What the instance holds behind the task. */
    private Map<String, Object> completed(Map<String, Object> before, String answers) {
        Map<String, Object> variables = new HashMap<>(before);
        variables.put("decideBy", "2031-01-01T00:00:00");
        String instance = ENGINE.getRuntimeService()
                .startProcessInstanceByKey("decide", UUID.randomUUID().toString(), variables)
                .getId();
        Task task = task(instance);
        completion.complete(
                new OpenTask(
                        task.getId(),
                        "UserTask_Decide",
                        "Decide",
                        new EngagementId(UUID.randomUUID()),
                        "decide",
                        instance,
                        BUNDLE,
                        "decide",
                        "audit-partner",
                        null,
                        null,
                        -1,
                        variables),
                new Answers((ObjectNode) json.readTree(answers)));
        assertThat(task(instance).getTaskDefinitionKey()).isEqualTo("Wait");
        return ENGINE.getRuntimeService().getVariables(instance);
    }

    private static Task task(String instance) {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }
}
