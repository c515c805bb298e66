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

/** Holds every model to what our models promise, and shows for each rule a model that breaks it. */
class ModelsTest {

    @Test
    void theShippedSetKeepsItsPromises() {
        assertThat(ShippedModels.findings(ShippedModels.all(), Origin.PRODUCT)).isEmpty();
    }

    @Test
    void theTwelveProcessesAreThere() {
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
                        "processes/scoping.bpmn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evidence-request | id="evidence-request" | id="evidence" | is not named like its file | error
            evidence-request | isExecutable="true" | isExecutable="false" | is not executable | error
            evidence-request | P2555D | P30D | keeps no seven years | error
            evidence-request | Message_RequestWithdrawn" name="Message | Message_RequestWithdrawn" name="Request | another name than its id | warning
            evidence-request | UserTask_ReviewEvidence | Activity_17 | not an id of its kind | warning
            evidence-request | name="Review evidence" | name="Check it" | is named 'Check it' and not 'Review evidence' | warning
            evidence-request | name="Evidence accepted?" | name="Evidence ok?" | and not 'Evidence accepted?' | warning
            evidence-request | default="Flow_EvidenceAccepted_Yes" | camunda:exclusive="true" | has no default way | error
            evidence-request | candidateGroups="audit-staff" | candidateGroups="audit-staff,audit-senior" | not one known role's | error
            evidence-request | candidateGroups="audit-staff" | candidateGroups="everybody" | not one known role's | error
            evidence-request | formRef="review-evidence" | formRef="provide-evidence" | does not show the form | warning
            evidence-request | formRefBinding="deployment" | formRefBinding="latest" | takes its form from another deployment | error
            evidence-request | dueDate="P5D" | dueDate="soon" | no due date that can be read | error
            evidence-request | assignee="${requestOwner}" | assignee="engineer" | belongs to a person by name | error
            evidence-request | "${remindOwner}" | "${escalateRequest}" | is not the step remindOwner | warning
            evidence-request | asyncBefore="true" | asyncBefore="false" | runs inside somebody's completion | error
            evidence-request | ${evidenceDecision == 'return'} | ${evidence.decision('return')} | asks more than a flag | error
            evidence-request | Flow_EvidenceAccepted_No | Flow_Return | is not its question's answer | warning
            evidence-request | Flow_ArrangeObservation_RecordObservation | Flow_1 | should be Flow_ArrangeObservation_RecordObservation | warning
            evidence-request | x="1096" y="280" | x="1230" y="280" | lies on | warning
            scoping | asyncAfter="true" | asyncAfter="false" | siblings would collide | error
            scoping | decisionRef="report-selection" | decisionRef="report-choice" | asks an unknown decision | error
            scoping | decisionRefBinding="deployment" | decisionRefBinding="latest" | another deployment's decision | error
            scoping | singleEntry | resultList | keeps more than one answer | error
            engagement | calledElement="renewal" | calledElement="next-year" | calls an unknown process | error
            engagement | calledElementBinding="deployment" | calledElementBinding="latest" | another deployment's process | error
            engagement | businessKey="${engagementId}" | businessKey="${reportId}" | does not pass the business key | error
            engagement | source="furtherWork" target="furtherWork" | source="furtherWork" target="again" | renames what it | warning
            engagement | value="reporting" | value="writing" | Nobody understands the property phase | error
            engagement | value="Report issued" | value="Report out" | Nobody understands the property after | error
            engagement | name="plannedDuration" | name="duration" | Nobody understands the property duration | warning
            evidence-request | id="evidence-request" name="Evidence request" | id="evidence-request" | has no name | warning
            evidence-request | P2555D | P2554D | keeps no seven years | error
            evidence-request | camunda:candidateGroups="control-owner" | camunda:priority="50" | not one known role's | error
            evidence-request | camunda:dueDate="P5D" | camunda:asyncBefore="false" | no due date that can be read | error
            evidence-request | dueDate="${requestDue}" | dueDate="${requestDay}" | does not know requestDay | error
            evidence-request | assignee="${requestOwner}" | assignee="${somebody}" | does not know somebody | error
            evidence-request | formRef="review-evidence" | formRef="look" | no form file | error
            evidence-request | ${evidenceDecision == 'return'} | ${verdict == 'return'} | does not know verdict | error
            evidence-request | ${evidenceDecision == 'return'} | ${evidenceDecision == 'retrun'} | never holds | error
            evidence-request | ${evidenceDecision == 'return'} | ${evidenceDecision} | asks for a flag | error
            evidence-request | default="Flow_EvidenceAccepted_Yes" | default="Flow_ClientReviewWanted_No" | has no default way | error
            evidence-request | ${requestDue}</bpmn:timeDate> | tomorrow</bpmn:timeDate> | time cannot be read | error
            evidence-request | ${requestDue}</bpmn:timeDate> | ${dueDay}</bpmn:timeDate> | does not know dueDay | error
            evidence-request | R3/P7D | R/PT1S | time cannot be read | error
            evidence-request | attachedToRef="UserTask_ProvideEvidence" | attachedToRef="Gateway_MergeProvide" | not attached to an activity | error
            evidence-request | messageRef="Message_RequestWithdrawn" | messageRef="Message_Other" | file does not define | error
            evidence-request | targetRef="Gateway_MergeAcceptance" | targetRef="UserTask_Nowhere" | begins or ends at nothing | error
            evidence-request | sourceRef="UserTask_ArrangeObservation" targetRef="UserTask_RecordObservation" | sourceRef="UserTask_ArrangeObservation" targetRef="UserTask_ArrangeObservation" | No way leads from here to an end | error
            evidence-request | sourceRef="UserTask_ArrangeObservation" targetRef="UserTask_RecordObservation" | sourceRef="UserTask_ArrangeObservation" targetRef="Gateway_MergeAcceptance" | No way leads here | error
            evidence-request | sourceRef="Gateway_MergeProvide" targetRef="UserTask_ProvideEvidence" | sourceRef="Gateway_MergeProvide" targetRef="StartEvent_RequestRaised" | leads back into the start | error
            evidence-request | sourceRef="Gateway_MergeProvide" targetRef="UserTask_ProvideEvidence" | sourceRef="EndEvent_EvidenceAccepted" targetRef="UserTask_ProvideEvidence" | where nothing follows | error
            evidence-request | sourceRef="Gateway_MergeAcceptance" targetRef="ServiceTask_RecordAcceptance" | sourceRef="UserTask_RecordObservation" targetRef="ServiceTask_RecordAcceptance" | which would all be taken | error
            evidence-request | id="BoundaryEvent_RequestOverdue" | id="BoundaryEvent_ReminderDue" | Two elements have the id | error
            evidence-request | <bpmn:message id= | <bpmn:process id="other" /><bpmn:message id= | A file holds one process | error
            evidence-request | name="Message_RequestWithdrawn" | name="" | nobody can send it | error
            evidence-request | camunda:delegateExpression="${remindOwner}" | camunda:delegateExpression="${dataSource}" | names none of them | error
            evidence-request | <bpmn:documentation>The auditor checks | <bpmn:text>The auditor checks | no well-formed XML | error
            scoping | ${auditorCount} | ${everybody} | does not know everybody | error
            scoping | ${auditorCount} | many | does not say how often | error
            scoping | <bpmn:multiInstanceLoopCharacteristics | <bpmn:multiInstanceLoopCharacteristics isSequential="true" | one after the other | error
            scoping | resultVariable="proposedReport" | resultVariable="" | loses the answer | error
            engagement | calledElement="renewal" | calledElement="engagement" | neither would ever end | error
            engagement | source="engagementId" target="engagementId" | source="periodOver" target="engagementId" | belongs to the engagement alone | error
            engagement | value="P20D" | value="a month" | Nobody understands the property plannedDuration | error
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
