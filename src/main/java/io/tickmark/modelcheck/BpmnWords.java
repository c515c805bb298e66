package io.tickmark.modelcheck;

import java.util.Map;
import java.util.Set;

/** The part of BPMN and of the engine's extensions that a deployable process is drawn with. */
final class BpmnWords {

    private static final Map<String, String> GROUPS = Map.of(
            "FLOW",
            "startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent userTask serviceTask"
                    + " businessRuleTask callActivity exclusiveGateway parallelGateway eventBasedGateway subProcess"
                    + " sequenceFlow",
            "DRAWN",
            "textAnnotation association group",
            "WAYS",
            "incoming outgoing",
            "EVENTS",
            "messageEventDefinition timerEventDefinition",
            "ASYNC",
            "asyncBefore asyncAfter exclusive");

    static final Words WORDS = Words.of("""
            definitions              | targetNamespace exporter exporterVersion  |                                                          | process message collaboration category
            process                  | isExecutable processType isClosed         | historyTimeToLive versionTag isStartableInTasklist       | laneSet FLOW DRAWN
            subProcess               | triggeredByEvent                          | ASYNC                                                    | WAYS laneSet FLOW DRAWN
            startEvent               | isInterrupting                            | ASYNC                                                    | WAYS EVENTS
            endEvent                 |                                           | ASYNC                                                    | WAYS
            intermediateCatchEvent   |                                           | ASYNC                                                    | WAYS EVENTS
            intermediateThrowEvent   |                                           | ASYNC                                                    | WAYS
            boundaryEvent            | attachedToRef cancelActivity              | ASYNC                                                    | WAYS EVENTS
            userTask                 |                                           | ASYNC formRef formRefBinding assignee candidateGroups dueDate | WAYS multiInstanceLoopCharacteristics
            serviceTask              |                                           | ASYNC delegateExpression                                 | WAYS
            businessRuleTask         |                                           | ASYNC decisionRef decisionRefBinding mapDecisionResult resultVariable | WAYS
            callActivity             | calledElement                             | ASYNC calledElementBinding                               | WAYS
            exclusiveGateway         | default gatewayDirection                  | ASYNC                                                    | WAYS
            parallelGateway          | gatewayDirection                          | ASYNC                                                    | WAYS
            eventBasedGateway        | gatewayDirection eventGatewayType         | ASYNC                                                    | WAYS
            sequenceFlow             | sourceRef targetRef                       |                                                          | conditionExpression
            multiInstanceLoopCharacteristics | isSequential                      | ASYNC                                                    | loopCardinality
            messageEventDefinition   | messageRef                                |                                                          |
            timerEventDefinition     |                                           |                                                          | timeDate timeDuration timeCycle
            message                  |                                           |                                                          |
            collaboration            | isClosed                                  |                                                          | participant DRAWN
            participant              | processRef                                |                                                          |
            laneSet                  |                                           |                                                          | lane
            lane                     |                                           |                                                          | flowNodeRef childLaneSet
            childLaneSet             |                                           |                                                          | lane
            textAnnotation           | textFormat                                |                                                          | text
            association              | sourceRef targetRef associationDirection  |                                                          |
            group                    | categoryValueRef                          |                                                          |
            category                 |                                           |                                                          | categoryValue
            categoryValue            | value                                     |                                                          |
            documentation            | textFormat                                |                                                          | -
            extensionElements        |                                           |                                                          | -
            conditionExpression      |                                           |                                                          | -
            loopCardinality          |                                           |                                                          | -
            timeDate                 |                                           |                                                          | -
            timeDuration             |                                           |                                                          | -
            timeCycle                |                                           |                                                          | -
            incoming                 |                                           |                                                          | -
            outgoing                 |                                           |                                                          | -
            flowNodeRef              |                                           |                                                          | -
            text                     |                                           |                                                          | -
            """, GROUPS, "documentation", "extensionElements");

    /** The engine's own elements in {@code extensionElements}, with their attributes. */
    static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "properties", Set.of(),
            "property", Set.of("id", "name", "value"),
            "in", Set.of("businessKey", "source", "target"),
            "out", Set.of("source", "target"));

    /** The words under which the engine, which asks for no namespace here, runs something. */
    static final Set<String> RUN = Set.of(
            "connector",
            "errorEventDefinition",
            "executionListener",
            "taskListener",
            "inputOutput",
            "field",
            "script",
            "formData",
            "include");

    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("scriptTask", "runs a script"),
            Map.entry("script", "runs a script"),
            Map.entry("sendTask", "runs code to send something"),
            Map.entry("receiveTask", "waits without saying who is to act; use a message event"),
            Map.entry("task", "does nothing by itself; make it a user task"),
            Map.entry("manualTask", "does nothing by itself; make it a user task"),
            Map.entry("executionListener", "runs code at an event"),
            Map.entry("taskListener", "runs code at an event of a task"),
            Map.entry("connector", "reaches the network"),
            Map.entry("inputOutput", "evaluates scripts and expressions; conditions read variables directly"),
            Map.entry("field", "passes values into code"),
            Map.entry("formData", "evaluates expressions; use a form file"),
            Map.entry("import", "fetches another file"),
            Map.entry("include", "fetches another file"),
            Map.entry("inclusiveGateway", "may wait for ever; use an exclusive or a parallel gateway"),
            Map.entry("complexGateway", "is not run by the engine"),
            Map.entry("signal", "reaches every engagement at once; use a message"),
            Map.entry("signalEventDefinition", "reaches every engagement at once; use a message"),
            Map.entry("conditionalEventDefinition", "evaluates an expression at any moment; use a gateway"),
            Map.entry("terminateEventDefinition", "ends what others are working on; let every path reach its end"),
            Map.entry("errorEventDefinition", "is caught by nobody; use a gateway"),
            Map.entry("escalationEventDefinition", "is caught by nobody; use a gateway"),
            Map.entry("compensateEventDefinition", "undoes work that is on file"),
            Map.entry("completionCondition", "ends a loop before everybody is through"),
            Map.entry("potentialOwner", "evaluates an expression; use candidate groups"),
            Map.entry("humanPerformer", "evaluates an expression; use candidate groups"));

    private BpmnWords() {}
}
