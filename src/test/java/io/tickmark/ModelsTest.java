package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Origin;
import io.tickmark.modelcheck.Severity;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds every model to what our models promise; models that break each rule stand in the folder broken-models. */
class ModelsTest {

    @Test
    void theShippedSetKeepsItsPromises() {
        assertThat(ShippedModels.findings(ShippedModels.all(), Origin.PRODUCT)).isEmpty();
    }

    @Test
    void theThirteenProcessesAreThere() {
        assertThat(ShippedModels.all().keySet().stream().filter(file -> file.endsWith(".bpmn")))
                .containsExactly(
                        "processes/change-request.bpmn",
                        "processes/control-test.bpmn",
                        "processes/engagement.bpmn",
                        "processes/evidence-request.bpmn",
                        "processes/fieldwork.bpmn",
                        "processes/joining.bpmn",
                        "processes/post-issue.bpmn",
                        "processes/readiness.bpmn",
                        "processes/remediation.bpmn",
                        "processes/renewal.bpmn",
                        "processes/reporting.bpmn",
                        "processes/scoping.bpmn",
                        "processes/subservice.bpmn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evidence-request | x="1096" y="280" | x="1230" y="280" | lies on | warning
            post-issue | <di:waypoint x="356" y="200" /> | <di:waypoint x="356" y="207" /> | runs askew | warning
            post-issue | <dc:Bounds x="395" y="334" width="92" height="14" /> | <!-- gone --> | no place for its label | warning
            post-issue | bpmnElement="Flow_ActionNeeded_Yes" | bpmnElement="Flow_Nobody" | is not in the diagram | warning
            evidence-request | id="BoundaryEvent_RequestOverdue" | id="BoundaryEvent_ReminderDue" | Two elements have the id | error
            scoping | ${auditorCount} | ${everybody} | does not know everybody | error
            engagement | source="furtherWork" target="furtherWork" | source="furtherWork" target="again" | renames what it | warning
            """)
    void aModelThatBreaksARuleIsFound(String model, String good, String bad, String finding, String ofAnOwner) {
        String file = "processes/" + model + ".bpmn";
        assertThat(ShippedModels.findings(file, Origin.PRODUCT, text -> text.replace(good, bad)))
                .anySatisfy(found -> {
                    assertThat(found.message()).contains(finding);
                    assertThat(found.severity()).isEqualTo(Severity.ERROR);
                });
        assertThat(ShippedModels.findings(file, Origin.OWNER, text -> text.replace(good, bad)))
                .anySatisfy(found -> {
                    assertThat(found.message()).contains(finding);
                    assertThat(found.severity()).isEqualTo(Severity.valueOf(ofAnOwner.toUpperCase(Locale.ROOT)));
                });
    }

    @Test
    void aTaskWithoutAFormIsFound() {
        Map<String, String> files = ShippedModels.all();
        files.remove("forms/tell-readers.form");
        assertThat(ShippedModels.findings(files, Origin.OWNER))
                .extracting(ModelFinding::file, ModelFinding::element, ModelFinding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "processes/post-issue.bpmn",
                        "UserTask_TellReaders",
                        "The task has no form file: forms/tell-readers.form is not in the set."));
    }

    @Test
    void anElementMissingInTheDiagramIsFound() {
        String shape = "(?s)<bpmndi:BPMNShape id=\"UserTask_TellReaders_di\".*?</bpmndi:BPMNShape>";
        assertThat(ShippedModels.findings(
                        "processes/post-issue.bpmn", Origin.PRODUCT, text -> text.replaceAll(shape, "")))
                .extracting(ModelFinding::element, ModelFinding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("UserTask_TellReaders", "It is not in the diagram."));
    }

    /** What the product counts must not come from whoever fills in a form: here, how many confirm independence. */
    @Test
    void aFormThatOverwritesWhatTheProductCountsIsFound() {
        Map<String, String> files = ShippedModels.all();
        files.computeIfPresent(
                "forms/hold-kickoff.form",
                (name, form) -> form.replaceFirst("\"key\": \"\\w+\"", "\"key\": \"auditorCount\""));
        assertThat(ShippedModels.findings(files, Origin.OWNER)).anySatisfy(found -> {
            assertThat(found.element()).isEqualTo("UserTask_HoldKickoff");
            assertThat(found.message()).contains("a variable that the product sets");
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void aSetOfAllThatIsRefusedUnreadIsNeverAnException() {
        assertThat(ShippedModels.findings(
                        Map.of(
                                "processes/a.bpmn", "",
                                "processes/b.dmn", "<definitions/>",
                                "processes/c.bpmn", "<process><userTask/><sequenceFlow/><boundaryEvent/></process>",
                                "forms/d.form", "[]",
                                "forms/e.form", "{\"components\": [[], 3, {\"type\": 7, \"key\": {}}]}",
                                "../evil.bpmn", "<definitions/>"),
                        Origin.OWNER))
                .extracting(ModelFinding::file)
                .contains("processes/a.bpmn", "processes/b.dmn", "processes/c.bpmn", "forms/d.form", "../evil.bpmn");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() {
        assertThat(ShippedModels.findings(Map.of("processes/a.bpmn", " ".repeat((10 << 20) + 1)), Origin.OWNER))
                .extracting(ModelFinding::message)
                .containsExactly("The file is larger than 10 MB, so it was not read.");
        assertThat(ShippedModels.findings(
                        Map.of("processes/a.bpmn", "<a>" + "<b/>".repeat(2_000_000) + "</a>"), Origin.OWNER))
                .extracting(ModelFinding::message)
                .containsExactly("The file has more than 5000 elements."
                        + " Split the model into processes that call each other.");
    }

    /** Generated ids, a form of its own, a gateway on its answer, a milestone and a timer: all that Modeler writes. */
    @Test
    void aStepThatAnOwnerDrawsInModelerHasNoErrors() {
        Map<String, String> files = ShippedModels.all();
        files.put("forms/legal-review.form", """
                {"components": [
                  {"text": "Look at the letter", "type": "text", "id": "Field_0x1y2z3",
                   "layout": {"row": "Row_1", "columns": null}},
                  {"label": "Agreed?", "type": "select", "id": "Field_1ab2c3d", "key": "select_09x8y7z",
                   "values": [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}],
                   "validate": {"required": true}, "layout": {"row": "Row_2", "columns": null}}],
                 "type": "default", "id": "legal-review", "schemaVersion": 18, "exporter": {"name": "Camunda Modeler"},
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.23.0"}
                """);
        files.computeIfPresent(
                "processes/post-issue.bpmn",
                (name, xml) -> xml.replaceFirst(
                        "(<bpmn:sequenceFlow id=\"\\w+\" sourceRef=\"StartEvent_\\w+\" targetRef=)\"(\\w+)\" />", """
                        $1"Activity_0a1b2c3" />
                        <bpmn:userTask id="Activity_0a1b2c3" name="Legal review (draft)" camunda:formRef="legal-review"
                            camunda:formRefBinding="deployment" camunda:candidateGroups="audit-manager"
                            camunda:dueDate="P5D">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="milestone" value="Legal agreed" />
                            <camunda:property name="plannedDuration" value="P3D" />
                            <camunda:property name="colour" value="red" />
                          </camunda:properties></bpmn:extensionElements>
                          <bpmn:incoming>Flow_1x</bpmn:incoming><bpmn:outgoing>Flow_1xyz</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Flow_1xyz" sourceRef="Activity_0a1b2c3" targetRef="Gateway_1q2w3e4" />
                        <bpmn:exclusiveGateway id="Gateway_1q2w3e4" default="Flow_0def" />
                        <bpmn:sequenceFlow id="Flow_0def" sourceRef="Gateway_1q2w3e4" targetRef="$2" />
                        <bpmn:sequenceFlow id="Flow_0no" sourceRef="Gateway_1q2w3e4" targetRef="Activity_0a1b2c3">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\\${select_09x8y7z == 'no'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:boundaryEvent id="Event_0zz" cancelActivity="false" attachedToRef="Activity_0a1b2c3">
                          <bpmn:outgoing>Flow_0tt</bpmn:outgoing>
                          <bpmn:timerEventDefinition id="TimerEventDefinition_1">
                            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration>
                          </bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:endEvent id="Event_1end" />
                        <bpmn:sequenceFlow id="Flow_0tt" sourceRef="Event_0zz" targetRef="Event_1end" />
                        """));
        var findings = ShippedModels.findings(files, Origin.OWNER);
        assertThat(findings).extracting(ModelFinding::element).contains("Activity_0a1b2c3", "Flow_1xyz");
        assertThat(findings).extracting(ModelFinding::severity).containsOnly(Severity.WARNING);
    }
}
