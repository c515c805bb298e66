package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.identity.People;
import io.tickmark.modeling.ModelOwners.Form;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * What a process owner draws in Camunda Modeler without asking anybody: a legal review of the engagement letter before
 * it is signed, with a form, a gateway, a timer and a milestone of its own, for a role of its own; and a row of a
 * decision.
 */
public final class OwnersModels {

    /** What Modeler called the task. */
    public static final String REVIEW = "0x1y2z3";

    public static final String MILESTONE = "Legal has agreed";
    static final String TIMER = "Event_0t1m3r0";
    static final String DEPLOY = "/engine-rest/deployment/create";

    private final ModelOwners owners;
    private final Caller modeler;

    public OwnersModels(int port, People people, Bundles bundles, ShippedModels shipped) {
        this.owners = new ModelOwners(port, people, bundles, shipped);
        String token = owners.owner
                .post("/api/tokens", "{\"name\":\"Modeler\"}")
                .json()
                .path("token")
                .asString();
        this.modeler = Caller.bearer(port, token)
                .with("Accept", "application/json")
                .with("User-Agent", "Mozilla/5.0 camunda-modeler/5.48.0");
    }

    ModelOwners owners() {
        return owners;
    }

    /** Has an administrator add the role, unless an earlier test did. */
    public static void addRole(Caller admin) {
        Reply reply = admin.post(
                "/api/roles",
                "{\"key\":\"legal\",\"name\":\"Legal\",\"side\":\"CLIENT\",\"standIns\":[\"client-compliance\"]}");
        assertThat(reply.status()).as(reply.body()).isIn(201, 409);
    }

    /** Pressed by one owner in Modeler, approved by the other one. */
    public void publish() {
        Reply reply = deploy();
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        owners.approved(owners.second, reply.json().path("id").asString());
    }

    public void putBack() {
        owners.putBack();
    }

    Reply deploy() {
        Form form = ModelOwners.form()
                .field("deployment-name", "Legal review")
                .field("deployment-source", "Camunda Modeler")
                .field("enable-duplicate-filtering", "true");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("scoping.bpmn", withReview(owners.live("scoping.bpmn")));
        files.put("legal-review.form", text("owner-models/legal-review.form"));
        files.put("report-selection.dmn", withRow(owners.live("report-selection.dmn")));
        files.forEach((name, text) -> form.part(name, name, text.getBytes(StandardCharsets.UTF_8)));
        return form.to(modeler, DEPLOY);
    }

    private static String withReview(String scoping) {
        String model = once(
                scoping,
                "sourceRef=\"UserTask_DraftEngagementLetter\" targetRef=\"UserTask_SignLetterForFirm\"",
                "sourceRef=\"UserTask_DraftEngagementLetter\" targetRef=\"Activity_" + REVIEW + "\"");
        model = once(
                model,
                "<bpmn:incoming>Flow_DraftEngagementLetter_SignLetterForFirm</bpmn:incoming>",
                "<bpmn:incoming>Flow_1z2x3c4</bpmn:incoming>");
        model = once(
                model,
                "<bpmn:incoming>Flow_EngagementAccepted_Yes</bpmn:incoming>",
                "<bpmn:incoming>Flow_EngagementAccepted_Yes</bpmn:incoming>\n"
                        + "      <bpmn:incoming>Flow_0b4ck00</bpmn:incoming>");
        model = once(model, "  </bpmn:process>", NODES + "  </bpmn:process>");
        return once(model, "    </bpmndi:BPMNPlane>", SHAPES + "    </bpmndi:BPMNPlane>");
    }

    /** What customers' auditors read is proposed as SOC 1, as this firm sees it. */
    private static String withRow(String decision) {
        String row =
                "<inputEntry id=\"InputEntry_report-selection_5_2\">\n          <text>\"customers\",\"user-auditors\"";
        String changed = once(decision, row, row.replace(",\"user-auditors\"", ""));
        return once(changed, "    </decisionTable>", ROW + "    </decisionTable>");
    }

    private static String once(String text, String piece, String by) {
        assertThat(text).containsOnlyOnce(piece);
        return text.replace(piece, by);
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static final String NODES = """
                <bpmn:userTask id="Activity_0x1y2z3" name="Legal review" camunda:formRef="legal-review" camunda:formRefBinding="deployment" camunda:candidateGroups="legal" camunda:dueDate="P5D">
                  <bpmn:incoming>Flow_DraftEngagementLetter_SignLetterForFirm</bpmn:incoming>
                  <bpmn:outgoing>Flow_0q1w2e3</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="Event_0t1m3r0" cancelActivity="false" attachedToRef="Activity_0x1y2z3">
                  <bpmn:outgoing>Flow_0l8t3r1</bpmn:outgoing>
                  <bpmn:timerEventDefinition id="TimerEventDefinition_0hq8d2k">
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="Event_0e1n2d3" name="Review is late">
                  <bpmn:incoming>Flow_0l8t3r1</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:exclusiveGateway id="Gateway_1a2b3c4" name="Agreed?" default="Flow_0y3s000">
                  <bpmn:incoming>Flow_0q1w2e3</bpmn:incoming>
                  <bpmn:outgoing>Flow_0y3s000</bpmn:outgoing>
                  <bpmn:outgoing>Flow_0b4ck00</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:intermediateThrowEvent id="Event_1m2l3s4" name="Legal has agreed">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="milestone" value="Legal has agreed" />
                      <camunda:property name="plannedDuration" value="P6D" />
                      <camunda:property name="after" value="start" />
                    </camunda:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_0y3s000</bpmn:incoming>
                  <bpmn:outgoing>Flow_1z2x3c4</bpmn:outgoing>
                </bpmn:intermediateThrowEvent>
                <bpmn:sequenceFlow id="Flow_0q1w2e3" sourceRef="Activity_0x1y2z3" targetRef="Gateway_1a2b3c4" />
                <bpmn:sequenceFlow id="Flow_0l8t3r1" sourceRef="Event_0t1m3r0" targetRef="Event_0e1n2d3" />
                <bpmn:sequenceFlow id="Flow_0y3s000" sourceRef="Gateway_1a2b3c4" targetRef="Event_1m2l3s4" />
                <bpmn:sequenceFlow id="Flow_1z2x3c4" sourceRef="Event_1m2l3s4" targetRef="UserTask_SignLetterForFirm" />
                <bpmn:sequenceFlow id="Flow_0b4ck00" name="revise" sourceRef="Gateway_1a2b3c4" targetRef="UserTask_DraftEngagementLetter">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${legalDecision == 'revise'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
            """;

    private static final String SHAPES = """
                  <bpmndi:BPMNShape id="Activity_0x1y2z3_di" bpmnElement="Activity_0x1y2z3">
                    <dc:Bounds x="1500" y="440" width="100" height="80" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Gateway_1a2b3c4_di" bpmnElement="Gateway_1a2b3c4" isMarkerVisible="true">
                    <dc:Bounds x="1660" y="455" width="50" height="50" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Event_1m2l3s4_di" bpmnElement="Event_1m2l3s4">
                    <dc:Bounds x="1770" y="462" width="36" height="36" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Event_0e1n2d3_di" bpmnElement="Event_0e1n2d3">
                    <dc:Bounds x="1660" y="560" width="36" height="36" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Event_0t1m3r0_di" bpmnElement="Event_0t1m3r0">
                    <dc:Bounds x="1532" y="502" width="36" height="36" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Flow_0q1w2e3_di" bpmnElement="Flow_0q1w2e3">
                    <di:waypoint x="1600" y="480" />
                    <di:waypoint x="1660" y="480" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_0l8t3r1_di" bpmnElement="Flow_0l8t3r1">
                    <di:waypoint x="1550" y="538" />
                    <di:waypoint x="1550" y="578" />
                    <di:waypoint x="1660" y="578" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_0y3s000_di" bpmnElement="Flow_0y3s000">
                    <di:waypoint x="1710" y="480" />
                    <di:waypoint x="1770" y="480" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_1z2x3c4_di" bpmnElement="Flow_1z2x3c4">
                    <di:waypoint x="1788" y="498" />
                    <di:waypoint x="1788" y="660" />
                    <di:waypoint x="466" y="660" />
                    <di:waypoint x="466" y="520" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_0b4ck00_di" bpmnElement="Flow_0b4ck00">
                    <di:waypoint x="1685" y="455" />
                    <di:waypoint x="1685" y="380" />
                    <di:waypoint x="306" y="380" />
                    <di:waypoint x="306" y="440" />
                  </bpmndi:BPMNEdge>
            """;

    private static final String ROW = """
                  <rule id="DecisionRule_0k2j3h4">
                    <inputEntry id="UnaryTests_0a1s2d3">
                      <text>"no"</text>
                    </inputEntry>
                    <inputEntry id="UnaryTests_1f2g3h4">
                      <text>"user-auditors"</text>
                    </inputEntry>
                    <inputEntry id="UnaryTests_0z9x8c7">
                      <text>"period"</text>
                    </inputEntry>
                    <outputEntry id="LiteralExpression_1v2b3n4">
                      <text>"SOC1_TYPE_II"</text>
                    </outputEntry>
                  </rule>
            """;
}
