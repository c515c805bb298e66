package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interlocks cannot be modelled away, bypassed or reordered; each change is found on the element that it harms. */
class InterlocksTest {

    private interface Change {
        void to(EditedModels models);
    }

    /** @param element where the finding stands */
    record Broken(String name, Change change, String element, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(acceptance(), review(), signing(), marks(), life(), work(), variables())
                .flatMap(List::stream);
    }

    @Test
    void theShippedModelsKeepEveryInterlock() {
        assertThat(new EditedModels().findings()).isEmpty();
    }

    @Test
    void aMissingProcessIsMissed() {
        EditedModels models = new EditedModels().without("processes/control-test.bpmn");
        assertThat(models.findings())
                .extracting(ModelFinding::file, ModelFinding::message)
                .contains(tuple(
                        "processes/control-test.bpmn",
                        "The process control-test is missing, and with it the interlocks that it holds"));
    }

    @Test
    void theGateAsksForInterlocksAndKnowsTheirWords() {
        EditedModels models =
                new EditedModels().in("reporting").mark("UserTask_DistributeReport", "report-distributed");
        models.unmark("UserTask_SignReport");
        assertThat(ModelCheck.findings(models.files(), Origin.OWNER, OurWords.VOCABULARY))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(ModelFinding::element)
                .contains("UserTask_DistributeReport", "UserTask_SignReport");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenModelIsRefusedOnTheRightElement(Broken broken) {
        EditedModels models = new EditedModels();
        broken.change.to(models);
        List<ModelFinding> findings = models.findings();
        assertThat(findings)
                .anySatisfy(finding -> {
                    assertThat(finding.element()).isEqualTo(broken.element);
                    assertThat(finding.message()).contains(broken.message);
                })
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    private static List<Broken> acceptance() {
        return List.of(
                new Broken(
                        "the licence is confirmed after acceptance",
                        m -> m.in("scoping")
                                .lead("Flow_ConfirmReports_ConfirmLicence", "ServiceTask_CountAuditors")
                                .remove("Flow_ConfirmLicence_CountAuditors")
                                .into("Flow_EngagementAccepted_Yes", "UserTask_ConfirmLicence"),
                        "UserTask_AcceptEngagement",
                        "There is a way from 'Scoping started' to 'Accept engagement' that does not pass 'Confirm"
                                + " licence': Scoping started → Describe need → Propose report → Confirm reports →"
                                + " Count auditors → Confirm independence → Accept engagement (AT-C 105)"),
                new Broken(
                        "somebody may leave independence out",
                        m -> m.in("scoping")
                                .add("exclusiveGateway", "G", "name", "Same team?", "default", "Flow_G_to_Ask")
                                .add("task", "Ask")
                                .lead("Flow_CountAuditors_ConfirmIndependence", "G")
                                .flow("G", "UserTask_AcceptEngagement", "${sameTeam}")
                                .flow("G", "Ask")
                                .flow("Ask", "UserTask_ConfirmIndependence"),
                        "UserTask_AcceptEngagement",
                        "that does not pass 'Confirm independence'"),
                new Broken(
                        "independence is confirmed by nobody where nobody is counted",
                        m -> {
                            m.in("scoping");
                            m.element("UserTask_ConfirmIndependence")
                                    .getElementsByTagNameNS("*", "loopCardinality")
                                    .item(0)
                                    .setTextContent("${others}");
                        },
                        "UserTask_AcceptEngagement",
                        "that does not pass 'Confirm independence'"),
                new Broken(
                        "the loop over the auditors ends early",
                        m -> {
                            m.in("scoping");
                            var loop = m.element("UserTask_ConfirmIndependence")
                                    .getElementsByTagNameNS("*", "multiInstanceLoopCharacteristics")
                                    .item(0);
                            loop.appendChild(loop.getOwnerDocument()
                                    .createElementNS(loop.getNamespaceURI(), "completionCondition"));
                        },
                        "UserTask_ConfirmIndependence",
                        "without any other condition"),
                new Broken(
                        "nobody asks whether the engagement was accepted",
                        m -> m.in("scoping").remove("Flow_EngagementAccepted_No"),
                        "UserTask_SignLetterForFirm",
                        "on which nobody asks whether the answer of 'Accept engagement' lets it go on"),
                new Broken(
                        "the answers to acceptance are changed about",
                        m -> {
                            m.in("scoping");
                            m.element("Flow_EngagementAccepted_No")
                                    .getElementsByTagNameNS("*", "conditionExpression")
                                    .item(0)
                                    .setTextContent("${acceptanceDecision == 'accept'}");
                        },
                        "UserTask_SignLetterForFirm",
                        "on which nobody asks"),
                new Broken(
                        "the client signs first",
                        m -> m.in("scoping")
                                .around(
                                        "Flow_DraftEngagementLetter_SignLetterForFirm",
                                        "Flow_SignLetterForFirm_SignLetterForClient")
                                .into("Flow_SignLetterForClient_HoldKickoff", "UserTask_SignLetterForFirm"),
                        "UserTask_SignLetterForClient",
                        "that does not pass 'Sign letter for firm'"),
                new Broken(
                        "the scope is defined again and frozen without approval",
                        m -> m.in("scoping")
                                .add(
                                        "exclusiveGateway",
                                        "G",
                                        "name",
                                        "Small change?",
                                        "default",
                                        "Flow_G_to_UserTask_GiveAssertion")
                                .lead("Flow_DefineScope_GiveAssertion", "G")
                                .flow("G", "UserTask_GiveAssertion")
                                .flow("G", "ServiceTask_FreezeScope", "${smallChange}"),
                        "ServiceTask_FreezeScope",
                        "to 'Freeze scope' that does not pass 'Approve scope' after 'Define scope'"),
                new Broken(
                        "the letter is signed beside the freezing of the scope",
                        m -> m.in("scoping")
                                .add("parallelGateway", "F")
                                .around(
                                        "Flow_SignLetterForFirm_SignLetterForClient",
                                        "Flow_SignLetterForClient_HoldKickoff")
                                .into("Flow_SignLetterForFirm_SignLetterForClient", "F")
                                .flow("F", "UserTask_SignLetterForClient"),
                        "ServiceTask_FreezeScope",
                        "that does not pass 'Sign letter for client'"),
                new Broken(
                        "scoping ends well without a frozen scope",
                        m -> m.in("scoping").lead("Flow_SignLetterForClient_HoldKickoff", "EndEvent_ScopeFrozen"),
                        "EndEvent_ScopeFrozen",
                        "that does not pass 'Freeze scope' after 'Accept engagement'"));
    }

    private static List<Broken> review() {
        return List.of(
                new Broken(
                        "an owner leads a way around the quality review",
                        m -> m.in("reporting")
                                .add(
                                        "exclusiveGateway",
                                        "G",
                                        "name",
                                        "In a hurry?",
                                        "default",
                                        "Flow_G_to_Gateway_QualityReviewAsked")
                                .lead("Flow_FurtherWorkAsked_No", "G")
                                .flow("G", "Gateway_QualityReviewAsked")
                                .flow("G", "Gateway_MergeSigning", "${inHurry}"),
                        "UserTask_SignReport",
                        "to 'Sign report' that does not pass 'Review quality' after 'Decide opinion': Reporting started → Complete description"
                                + " → Propose opinion → Decide opinion → Draft report → Check draft → Answer comments → … → "),
                new Broken(
                        "another answer leads past the quality review",
                        m -> {
                            m.in("reporting");
                            m.element("Flow_QualityReviewAsked_Yes")
                                    .getElementsByTagNameNS("*", "conditionExpression")
                                    .item(0)
                                    .setTextContent("${reviewWanted == 'yes'}");
                        },
                        "UserTask_SignReport",
                        "that does not pass 'Review quality'"),
                new Broken(
                        "the quality review is the default, and a flag leads past it",
                        m -> m.in("reporting")
                                .set("Gateway_QualityReviewAsked", "default", "Flow_QualityReviewAsked_Yes")
                                .remove("Flow_QualityReviewAsked_No")
                                .flow("Gateway_QualityReviewAsked", "Gateway_MergeSigning", "${skipReview}"),
                        "UserTask_SignReport",
                        "that does not pass 'Review quality'"),
                new Broken(
                        "a timer on the quality review goes on to the signing",
                        m -> m.in("reporting")
                                .boundary("B", "UserTask_ReviewQuality", true)
                                .flow("B", "Gateway_MergeSigning"),
                        "UserTask_SignReport",
                        "that does not pass 'Review quality'"),
                new Broken(
                        "a reminder of the quality review goes on to the signing",
                        m -> m.in("reporting")
                                .boundary("B", "UserTask_ReviewQuality", false)
                                .flow("B", "UserTask_SignReport"),
                        "UserTask_SignReport",
                        "that does not pass 'Review quality'"),
                new Broken(
                        "what the reviewer returned is signed all the same",
                        m -> m.in("reporting").remove("Flow_QualityCleared_No"),
                        "UserTask_SignReport",
                        "on which nobody asks whether the answer of 'Review quality' lets it go on"),
                new Broken(
                        "what the reviewer returned gets a new opinion and no new review",
                        m -> m.in("reporting")
                                .task("UserTask_Reword")
                                .lead("Flow_QualityCleared_No", "UserTask_Reword")
                                .flow("UserTask_Reword", "Gateway_MergeSigning"),
                        "UserTask_SignReport",
                        "of 'Review quality' lets it go on"),
                new Broken(
                        "the opinion is decided anew beside the signing",
                        m -> m.in("reporting")
                                .boundary("B", "UserTask_SignReport", false)
                                .flow("B", "Gateway_MergeOpinion"),
                        "UserTask_SignReport",
                        "'Decide opinion' can happen beside 'Sign report'"),
                new Broken(
                        "the quality review is one of two branches of which one may be taken",
                        m -> m.in("reporting")
                                .add("inclusiveGateway", "F", "name", "Which?", "default", "Flow_F_to_T")
                                .add("inclusiveGateway", "J")
                                .add("task", "T")
                                .lead("Flow_QualityReviewAsked_Yes", "F")
                                .flow("F", "UserTask_ReviewQuality", "${wanted}")
                                .flow("F", "T")
                                .flow("T", "J")
                                .lead("Flow_ReviewQuality_QualityCleared", "J")
                                .flow("J", "Gateway_QualityCleared"),
                        "UserTask_SignReport",
                        "that does not pass 'Review quality'"));
    }

    private static List<Broken> signing() {
        return List.of(
                new Broken(
                        "the report is signed before the letter",
                        m -> m.in("reporting")
                                .around(
                                        "Flow_SetReportDate_SignRepresentationLetter",
                                        "Flow_SignRepresentationLetter_SignAssertion")
                                .into("Flow_ReportSigned_Yes", "UserTask_SignRepresentationLetter"),
                        "UserTask_SignReport",
                        "that does not pass 'Sign representation letter'"),
                new Broken(
                        "a new date keeps the old letter",
                        m -> m.in("reporting")
                                .add(
                                        "exclusiveGateway",
                                        "G",
                                        "name",
                                        "Dated anew?",
                                        "default",
                                        "Flow_G_to_UserTask_SignRepresentationLetter")
                                .lead("Flow_SetReportDate_SignRepresentationLetter", "G")
                                .flow("G", "UserTask_SignRepresentationLetter")
                                .flow("G", "UserTask_SignAssertion", "${signing == 'redate'}"),
                        "UserTask_SignReport",
                        "that does not pass 'Sign representation letter' after 'Set report date'"),
                new Broken(
                        "a parallel branch signs early",
                        m -> m.in("reporting")
                                .add("parallelGateway", "F")
                                .add("parallelGateway", "J")
                                .lead("Flow_SetReportDate_SignRepresentationLetter", "F")
                                .flow("F", "UserTask_SignRepresentationLetter")
                                .flow("F", "UserTask_SignReport")
                                .lead("Flow_SignAssertion_SignReport", "J")
                                .lead("Flow_SignReport_ReportSigned", "J")
                                .flow("J", "Gateway_ReportSigned"),
                        "UserTask_SignReport",
                        "that does not pass 'Sign assertion'"),
                new Broken(
                        "the join of letter and assertion can be reached by one of them twice",
                        m -> m.in("reporting")
                                .add("parallelGateway", "F")
                                .add("parallelGateway", "J")
                                .boundary("B", "UserTask_SignAssertion", false)
                                .lead("Flow_SetReportDate_SignRepresentationLetter", "F")
                                .flow("F", "UserTask_SignRepresentationLetter")
                                .flow("F", "UserTask_SignAssertion")
                                .add("exclusiveGateway", "M")
                                .lead("Flow_SignRepresentationLetter_SignAssertion", "J")
                                .lead("Flow_SignAssertion_SignReport", "M")
                                .flow("B", "M")
                                .flow("M", "J")
                                .flow("J", "UserTask_SignReport"),
                        "UserTask_SignReport",
                        "that does not pass 'Sign representation letter'"),
                new Broken(
                        "the report is issued although a new date was wanted",
                        m -> m.in("reporting").lead("Flow_ReportSigned_Redate", "ServiceTask_IssueReport"),
                        "ServiceTask_IssueReport",
                        "of 'Sign report' lets it go on"),
                new Broken(
                        "a second start begins with the signing",
                        m -> m.in("reporting")
                                .add("startEvent", "Start_2", "name", "Signing day")
                                .child("Start_2", "timerEventDefinition")
                                .flow("Start_2", "UserTask_SignReport"),
                        "UserTask_SignReport",
                        "There is a way from 'Signing day' to 'Sign report'"),
                new Broken(
                        "a called process starts by itself",
                        m -> m.in("reporting")
                                .add("startEvent", "Start_2")
                                .child("Start_2", "messageEventDefinition", "messageRef", "Message_Go")
                                .flow("Start_2", "UserTask_CompleteDescription"),
                        "Start_2",
                        "The process reporting is called and must not start by itself"),
                new Broken(
                        "an event begins the signing",
                        m -> m.in("reporting")
                                .add("subProcess", "E", "triggeredByEvent", "true")
                                .inside("E")
                                .add("startEvent", "Start_E", "name", "Urgent", "isInterrupting", "true")
                                .child("Start_E", "messageEventDefinition", "messageRef", "Message_Go")
                                .task("UserTask_Hurry")
                                .flow("Start_E", "UserTask_Hurry")
                                .add(
                                        "serviceTask",
                                        "Issue",
                                        "name",
                                        "Issue now",
                                        "camunda:delegateExpression",
                                        "${issueReport}")
                                .mark("Issue", "report-issued")
                                .flow("UserTask_Hurry", "Issue"),
                        "Issue",
                        "to 'Issue now' that does not pass 'Sign report'"),
                new Broken(
                        "a link jumps to the issue",
                        m -> m.in("reporting")
                                .add("intermediateThrowEvent", "Throw")
                                .child("Throw", "linkEventDefinition", "name", "go")
                                .add("intermediateCatchEvent", "Catch")
                                .child("Catch", "linkEventDefinition", "name", "go")
                                .flow("Gateway_FurtherWorkAsked", "Throw", "${jump}")
                                .flow("Catch", "ServiceTask_IssueReport"),
                        "ServiceTask_IssueReport",
                        "that does not pass 'Sign report'"),
                new Broken(
                        "reporting ends without an issue or further work",
                        m -> m.in("reporting")
                                .flow("Gateway_FurtherWorkAsked", "EndEvent_FurtherWorkNeeded", "${tired}"),
                        "EndEvent_FurtherWorkNeeded",
                        "that does not pass 'Issue report'"));
    }

    private static List<Broken> marks() {
        return List.of(
                new Broken(
                        "a mark is removed",
                        m -> m.in("reporting").unmark("UserTask_SignReport"),
                        "UserTask_SignReport",
                        "'Sign report' must stay marked with the property interlock = report-signed"),
                new Broken(
                        "a mark is moved to another task",
                        m -> m.in("reporting")
                                .unmark("UserTask_ReviewQuality")
                                .task("UserTask_LookAgain")
                                .mark("UserTask_LookAgain", "quality-reviewed"),
                        "UserTask_LookAgain",
                        "belongs to another element: the task with the form review-quality"),
                new Broken(
                        "a task is deleted with its mark",
                        m -> m.in("reporting")
                                .around(
                                        "Flow_MergeSigning_InquireSubsequentEvents",
                                        "Flow_InquireSubsequentEvents_CountAuditors")
                                .remove("UserTask_InquireSubsequentEvents"),
                        "reporting",
                        "The process reporting has lost 'Inquire subsequent events'"),
                new Broken(
                        "a step that is an act is run somewhere else",
                        m -> m.in("fieldwork")
                                .add("serviceTask", "Sneak", "camunda:delegateExpression", "${issueReport}")
                                .into("Flow_EvaluateFindings_FieldworkComplete", "Sneak"),
                        "Sneak",
                        "'Issue report' must stay marked with the property interlock = report-issued"),
                new Broken(
                        "a step that is an act is run by a listener",
                        m -> {
                            m.in("fieldwork");
                            var task = m.element("UserTask_AssessRisk");
                            var listener = task.getOwnerDocument()
                                    .createElementNS("http://camunda.org/schema/1.0/bpmn", "camunda:executionListener");
                            listener.setAttribute("delegateExpression", "${ lockFile }");
                            task.getElementsByTagNameNS("*", "extensionElements")
                                    .item(0)
                                    .appendChild(listener);
                        },
                        "UserTask_AssessRisk",
                        "The step lockFile is an interlock's and cannot be run from here"),
                new Broken(
                        "a task takes the name of an act, so that its record would count",
                        m -> m.in("readiness")
                                .task("UserTask_ConfirmLicence")
                                .into("Flow_ChooseReadiness_AssessmentWanted", "UserTask_ConfirmLicence"),
                        "UserTask_ConfirmLicence",
                        "'Confirm licence' must stay marked"),
                new Broken(
                        "the form of an act is shown by another task",
                        m -> m.in("readiness")
                                .add("userTask", "UserTask_Other", "camunda:formRef", "sign-report")
                                .into("Flow_ChooseReadiness_AssessmentWanted", "UserTask_Other"),
                        "UserTask_Other",
                        "'Sign report' must stay marked"),
                new Broken(
                        "a task becomes a step",
                        m -> m.in("reporting")
                                .remove("UserTask_SignAssertion")
                                .add(
                                        "serviceTask",
                                        "UserTask_SignAssertion",
                                        "camunda:delegateExpression",
                                        "${countAuditors}")
                                .mark("UserTask_SignAssertion", "assertion-signed"),
                        "UserTask_SignAssertion",
                        "is a userTask and cannot be a serviceTask"),
                new Broken(
                        "a task shows another form",
                        m -> m.in("reporting").set("UserTask_SignReport", "camunda:formRef", "distribute-report"),
                        "UserTask_SignReport",
                        "shows the form sign-report"),
                new Broken(
                        "a task in a loop that may run no time",
                        m -> m.in("reporting").loop("UserTask_SignAssertion", "${times}"),
                        "UserTask_SignAssertion",
                        "cannot be in a loop"),
                new Broken(
                        "the client reviews for the auditors",
                        m -> m.in("evidence-request")
                                .set("UserTask_ReviewEvidence", "camunda:candidateGroups", "control-owner"),
                        "UserTask_ReviewEvidence",
                        "is done by audit-manager or audit-partner or audit-senior or audit-staff, not by control-owner"),
                new Broken(
                        "the same role tests and reviews",
                        m -> m.in("control-test")
                                .set("UserTask_TestControl", "camunda:candidateGroups", "audit-senior"),
                        "UserTask_ReviewWorkpaper",
                        "the role audit-senior does 'Test control' too"),
                new Broken(
                        "a review is given to one person by name",
                        m -> m.in("reporting").set("UserTask_ReviewQuality", "camunda:assignee", "${partner}"),
                        "UserTask_ReviewQuality",
                        "cannot be given to somebody by ${partner}"),
                new Broken(
                        "compensation undoes a signature",
                        m -> m.in("reporting")
                                .add("boundaryEvent", "B", "attachedToRef", "UserTask_SignReport")
                                .child("B", "compensateEventDefinition"),
                        "B",
                        "Compensation and cancellation undo what was done"),
                new Broken(
                        "a form drops its signature",
                        m -> m.replace("forms/sign-assertion.form", "\"signature\"", "\"initials\""),
                        "sign-assertion",
                        "The form sign-assertion must ask for the signature"),
                new Broken(
                        "a form offers a third answer",
                        m -> m.replace("forms/review-quality.form", "\"return\"", "\"later\""),
                        "Field_qualityDecision",
                        "must offer the answers clear, return"));
    }

    private static List<Broken> life() {
        return List.of(
                new Broken(
                        "scoping is no longer called",
                        m -> m.in("engagement")
                                .around("Flow_ProposalAccepted_Yes", "Flow_Scoping_EngagementAccepted")
                                .remove("CallActivity_Scoping"),
                        "CallActivity_Fieldwork",
                        "There is a way from 'Engagement proposed' to 'Fieldwork' that does not pass 'Scoping'"),
                new Broken(
                        "another process is called in the place of scoping",
                        m -> m.process("quick", "UserTask_Quick")
                                .in("engagement")
                                .set("CallActivity_Scoping", "calledElement", "quick"),
                        "CallActivity_Scoping",
                        "belongs to another element: the call of scoping"),
                new Broken(
                        "the call of reporting is chosen at run time",
                        m -> m.in("engagement").set("CallActivity_Reporting", "calledElement", "${which}"),
                        "CallActivity_Reporting",
                        "cannot depend on a variable"),
                new Broken(
                        "reporting is called from another process too",
                        m -> m.process("again", "UserTask_Again")
                                .add(
                                        "callActivity",
                                        "Call",
                                        "calledElement",
                                        "reporting",
                                        "camunda:calledElementBinding",
                                        "deployment")
                                .into("Flow_Start_to_UserTask_Again", "Call"),
                        "Call",
                        "'Reporting' must stay marked"),
                new Broken(
                        "fieldwork begins before the firm has accepted",
                        m -> m.in("engagement").flow("UserTask_PrepareProposal", "CallActivity_Fieldwork"),
                        "CallActivity_Fieldwork",
                        "to 'Fieldwork' that does not pass 'Accept engagement'"),
                new Broken(
                        "further work goes straight back to reporting",
                        m -> m.in("engagement").lead("Flow_FurtherWorkNeeded_Yes", "CallActivity_Reporting"),
                        "CallActivity_Reporting",
                        "that does not pass 'Fieldwork' after 'Reporting'"),
                new Broken(
                        "the file is locked although further work was asked for",
                        m -> m.in("engagement").remove("Flow_FurtherWorkNeeded_Yes"),
                        "ServiceTask_LockFile",
                        "of 'Reporting' lets it go on"),
                new Broken(
                        "the engagement is closed without a lock",
                        m -> m.in("engagement").flow("Gateway_FurtherWorkNeeded", "EndEvent_FileLocked", "${closed}"),
                        "EndEvent_FileLocked",
                        "to 'File locked' that does not pass 'Lock file'"),
                new Broken(
                        "another element closes the engagement",
                        m -> {
                            m.in("engagement").element("EndEvent_Prepared");
                            m.mark("EndEvent_Prepared", "phase-of-it");
                            m.element("EndEvent_Prepared")
                                    .getElementsByTagNameNS("*", "property")
                                    .item(0)
                                    .getAttributes()
                                    .getNamedItem("name")
                                    .setNodeValue("phase");
                            m.element("EndEvent_Prepared")
                                    .getElementsByTagNameNS("*", "property")
                                    .item(0)
                                    .getAttributes()
                                    .getNamedItem("value")
                                    .setNodeValue("closed");
                        },
                        "EndEvent_Prepared",
                        "'Engagement closed' must stay marked"),
                new Broken(
                        "a withdrawn engagement's file is not locked",
                        m -> m.in("engagement")
                                .inside("EventSubProcess_Withdrawal")
                                .lead("Flow_AssembleWithdrawnFile_LockWithdrawnFile", "EndEvent_Withdrawn"),
                        "EndEvent_Withdrawn",
                        "that does not pass 'Lock file' after 'Engagement withdrawn'"),
                new Broken(
                        "a file is withdrawn from the middle of the audit",
                        m -> m.in("engagement").lead("Flow_AssembleFile_ApproveLock", "ServiceTask_LockFile"),
                        "ServiceTask_LockFile",
                        "that does not pass 'Approve lock'"));
    }

    private static List<Broken> work() {
        return List.of(
                new Broken(
                        "evidence counts when its timer runs out",
                        m -> m.in("evidence-request")
                                .boundary("B", "UserTask_ReviewEvidence", true)
                                .flow("B", "Gateway_MergeAcceptance"),
                        "ServiceTask_RecordAcceptance",
                        "that does not pass 'Review evidence' or 'Record observation'"),
                new Broken(
                        "evidence that the client released needs no auditor",
                        m -> m.in("evidence-request").lead("Flow_ReleasedToAuditor_Yes", "Gateway_MergeAcceptance"),
                        "ServiceTask_RecordAcceptance",
                        "Review internally → Released to auditor? → Record acceptance"),
                new Broken(
                        "a test without a finding needs no review",
                        m -> m.in("control-test")
                                .add(
                                        "exclusiveGateway",
                                        "G",
                                        "name",
                                        "Clean?",
                                        "default",
                                        "Flow_G_to_UserTask_ReviewWorkpaper")
                                .lead("Flow_TestControl_ReviewWorkpaper", "G")
                                .flow("G", "UserTask_ReviewWorkpaper")
                                .flow("G", "Gateway_MergeClose", "${conclusion == 'effective'}"),
                        "ServiceTask_CloseTest",
                        "There is a way from 'Test due' to 'Close test' that does not pass 'Review workpaper' after 'Test"
                                + " control': Test due → Test control → Clean? → Close test (AT-C 205, SQMS 1)"),
                new Broken(
                        "the review comes before the test",
                        m -> m.in("control-test").lead("Flow_TestDue_MergeTest", "UserTask_ReviewWorkpaper"),
                        "UserTask_ReviewWorkpaper",
                        "that does not pass 'Test control'"),
                new Broken(
                        "a gap is closed by who fixed it",
                        m -> m.in("remediation").lead("Flow_FixGap_RetestGap", "Gateway_MergeClose"),
                        "ServiceTask_CloseGap",
                        "that does not pass 'Retest gap' or 'Accept risk'"),
                new Broken(
                        "a refused risk closes the gap",
                        m -> m.in("remediation").lead("Flow_RiskAgreed_No", "Gateway_MergeClose"),
                        "ServiceTask_CloseGap",
                        "lets it go on"),
                new Broken(
                        "fieldwork does not wait for open work",
                        m -> m.in("fieldwork").lead("Flow_WorkOpen_Yes", "Gateway_MergeEvaluation"),
                        "UserTask_EvaluateFindings",
                        "that does not pass 'Open work closed'"),
                new Broken(
                        "the terms change without the client",
                        m -> m.in("change-request").lead("Flow_ChangeApproved_Yes", "ServiceTask_ApplyChange"),
                        "ServiceTask_ApplyChange",
                        "that does not pass 'Agree amended letter'"),
                new Broken(
                        "readers are not told",
                        m -> m.in("post-issue").lead("Flow_ActionNeeded_Yes", "EndEvent_ReadersTold"),
                        "EndEvent_ReadersTold",
                        "that does not pass 'Record post issue' after 'Assess facts'"),
                new Broken(
                        "next year begins although the partner declined",
                        m -> m.in("renewal").lead("Flow_ContinuanceConfirmed_No", "ServiceTask_OpenNextEngagement"),
                        "ServiceTask_OpenNextEngagement",
                        "of 'Confirm continuance' lets it go on"));
    }

    private static List<Broken> variables() {
        return List.of(
                new Broken(
                        "an owner's form answers whether a review is needed",
                        m -> m.form("own-form", "qualityReviewNeeded"),
                        "Field_1",
                        "cannot be asked here: that is what the form accept-engagement is for"),
                new Broken(
                        "a call hands the review over as not needed",
                        m -> {
                            m.in("engagement");
                            var maps = m.element("CallActivity_Reporting").getElementsByTagNameNS("*", "in");
                            for (int i = 0; i < maps.getLength(); i++) {
                                var map = (org.w3c.dom.Element) maps.item(i);
                                if (map.getAttribute("target").equals("qualityReviewNeeded")) {
                                    map.setAttribute("source", "furtherWork");
                                }
                            }
                        },
                        "CallActivity_Reporting",
                        "The variable qualityReviewNeeded decides about an interlock and cannot be set here"),
                new Broken(
                        "a call does not hand the need of a review back",
                        m -> {
                            m.in("engagement");
                            var maps = m.element("CallActivity_Scoping").getElementsByTagNameNS("*", "out");
                            for (int i = maps.getLength() - 1; i >= 0; i--) {
                                maps.item(i).getParentNode().removeChild(maps.item(i));
                            }
                        },
                        "CallActivity_Scoping",
                        "hands qualityReviewNeeded back under its own name"),
                new Broken(
                        "a decision table counts no auditors",
                        m -> m.in("scoping")
                                .set("BusinessRuleTask_ProposeReport", "camunda:resultVariable", "auditorCount"),
                        "BusinessRuleTask_ProposeReport",
                        "The variable auditorCount decides about an interlock"));
    }
}
