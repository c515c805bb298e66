package io.tickmark.modelcheck;

import java.util.Map;

/** The part of DMN that a deployable decision is written with: tables and single expressions in FEEL. */
final class DmnWords {

    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    static final Words WORDS = Words.of("""
            definitions            | namespace exporter exporterVersion expressionLanguage | diagramRelationId            | decision inputData textAnnotation association
            decision               |                                      | historyTimeToLive versionTag | question allowedAnswers variable informationRequirement decisionTable literalExpression
            informationRequirement |                                      |                              | requiredInput requiredDecision
            requiredInput          | href                                 |                              | -
            requiredDecision       | href                                 |                              | -
            inputData              |                                      |                              | variable
            variable               | typeRef                              |                              |
            decisionTable          | hitPolicy aggregation outputLabel preferredOrientation |            | input output rule annotation
            input                  | label                                | inputVariable                | inputExpression inputValues
            inputExpression        | typeRef expressionLanguage           |                              | text
            inputValues            | typeRef expressionLanguage           |                              | text
            output                 | label typeRef                        |                              | outputValues defaultOutputEntry
            outputValues           | typeRef expressionLanguage           |                              | text
            defaultOutputEntry     | typeRef expressionLanguage           |                              | text
            literalExpression      | typeRef expressionLanguage           |                              | text
            rule                   |                                      |                              | inputEntry outputEntry annotationEntry
            inputEntry             | expressionLanguage                   |                              | text
            outputEntry            | typeRef expressionLanguage           |                              | text
            annotation             |                                      |                              |
            annotationEntry        |                                      |                              | text
            textAnnotation         | textFormat                           |                              | text
            association            | associationDirection                 |                              | sourceRef targetRef
            sourceRef              | href                                 |                              | -
            targetRef              | href                                 |                              | -
            description            |                                      |                              | -
            question               |                                      |                              | -
            allowedAnswers         |                                      |                              | -
            text                   |                                      |                              | -
            extensionElements      |                                      |                              | -
            """, Map.of(), "description", "extensionElements");

    static final Map<String, String> REASONS = Map.of(
            "invocation", "calls a function",
            "functionDefinition", "defines a function",
            "encapsulatedLogic", "defines a function",
            "businessKnowledgeModel", "defines a function",
            "context", "hides expressions; use a table",
            "decisionService", "is not run by the engine",
            "import", "fetches another file");

    private DmnWords() {}
}
