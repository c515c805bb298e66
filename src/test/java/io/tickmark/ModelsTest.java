package io.tickmark;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every model to what our models promise, and shows for each rule a model that breaks it. */
class ModelsTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Set<String> KNOWN = known();
    private static final Set<String> MILESTONES = models().map(file -> ModelRules.milestones(read(file)))
            .flatMap(Set::stream)
            .collect(toSet());

    static Stream<String> models() {
        return list(PROCESSES).filter(file -> file.endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelKeepsItsPromises(String file) {
        assertThat(ModelRules.findings(file, read(file), KNOWN, MILESTONES)).isEmpty();
    }

    @Test
    void theTwelveProcessesAreThere() {
        assertThat(models())
                .containsExactly(
                        "change-request.bpmn",
                        "control-test.bpmn",
                        "engagement.bpmn",
                        "evidence-request.bpmn",
                        "fieldwork.bpmn",
                        "joining.bpmn",
                        "post-issue.bpmn",
                        "readiness.bpmn",
                        "remediation.bpmn",
                        "renewal.bpmn",
                        "reporting.bpmn",
                        "scoping.bpmn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evidence-request | id="evidence-request"                             | id="evidence"                               | is not named like its file
            evidence-request | isExecutable="true"                               | isExecutable="false"                        | is not executable
            evidence-request | P2555D                                            | P30D                                        | keeps no seven years
            evidence-request | Message_RequestWithdrawn" name="Message           | Message_RequestWithdrawn" name="Request     | another name than its id
            evidence-request | UserTask_ReviewEvidence                           | Activity_17                                 | not an id of its kind
            evidence-request | name="Review evidence"                            | name="Check it"                             | is named 'Check it' and not 'Review evidence'
            evidence-request | name="Evidence accepted?"                         | name="Evidence ok?"                         | and not 'Evidence accepted?'
            evidence-request | default="Flow_EvidenceAccepted_Yes"               | camunda:exclusive="true"                    | has no default way
            evidence-request | candidateGroups="audit-staff"                     | candidateGroups="audit-staff,audit-senior"  | not one known role's
            evidence-request | candidateGroups="audit-staff"                     | candidateGroups="everybody"                 | not one known role's
            evidence-request | formRef="review-evidence"                         | formRef="provide-evidence"                  | does not show the form
            evidence-request | formRefBinding="deployment"                       | formRefBinding="latest"                     | takes its form from another deployment
            evidence-request | dueDate="P5D"                                     | dueDate="soon"                              | no due date that can be read
            evidence-request | assignee="${requestOwner}"                        | assignee="engineer"                         | belongs to a person by name
            evidence-request | "${remindOwner}"                                  | "${escalateRequest}"                        | is not the step remindOwner
            evidence-request | asyncBefore="true"                                | asyncBefore="false"                         | runs inside somebody's completion
            evidence-request | ${evidenceDecision == 'return'}                   | ${evidence.decision('return')}              | asks more than a flag or a text
            evidence-request | Flow_EvidenceAccepted_No                          | Flow_Return                                 | is not its question's answer
            evidence-request | Flow_ArrangeObservation_RecordObservation         | Flow_1                                      | should be Flow_ArrangeObservation_RecordObservation
            evidence-request | x="1096" y="280"                                  | x="1230" y="280"                            | lies on
            scoping          | asyncAfter="true"                                 | asyncAfter="false"                          | siblings would collide
            scoping          | decisionRef="report-selection"                    | decisionRef="report-choice"                 | asks an unknown decision
            scoping          | decisionRefBinding="deployment"                   | decisionRefBinding="latest"                 | another deployment's decision
            scoping          | singleEntry                                       | resultList                                  | keeps more than one answer
            engagement       | calledElement="renewal"                           | calledElement="next-year"                   | calls an unknown process
            engagement       | calledElementBinding="deployment"                 | calledElementBinding="latest"               | another deployment's process
            engagement       | businessKey="${engagementId}"                     | businessKey="${reportId}"                   | does not pass the business key
            engagement       | source="furtherWork" target="furtherWork"         | source="furtherWork" target="again"         | renames what it
            engagement       | value="reporting"                                 | value="writing"                             | nobody understands the property phase
            engagement       | value="Report issued"                             | value="Report out"                          | nobody understands the property after
            engagement       | name="plannedDuration"                            | name="duration"                             | nobody understands the property duration
            """)
    void aModelThatBreaksARuleIsFound(String model, String good, String bad, String finding) {
        String xml = read(model + ".bpmn");
        assertThat(xml).contains(good);
        assertThat(ModelRules.findings(model + ".bpmn", xml.replace(good, bad), KNOWN, MILESTONES))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    @Test
    void aTaskWithoutAFormIsFound() {
        String file = "post-issue.bpmn";
        assertThat(ModelRules.findings(file, read(file), Set.of(), MILESTONES))
                .contains(file + ": UserTask_TellReaders has no form file");
    }

    @Test
    void anElementMissingInTheDiagramIsFound() {
        String file = "post-issue.bpmn";
        String xml =
                read(file).replaceAll("(?s)<bpmndi:BPMNShape id=\"UserTask_TellReaders_di\".*?</bpmndi:BPMNShape>", "");
        assertThat(ModelRules.findings(file, xml, KNOWN, MILESTONES))
                .containsExactly(file + ": UserTask_TellReaders is not in the diagram");
    }

    private static Set<String> known() {
        return Stream.concat(list(PROCESSES), list(Path.of("forms"))).collect(toSet());
    }

    private static Stream<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(PROCESSES.resolve(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
