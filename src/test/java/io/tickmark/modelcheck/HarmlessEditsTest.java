package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process owner may change is more than what he may not: no interlock stands in the way of these. */
class HarmlessEditsTest {

    record Edit(String name, Consumer<EditedModels> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Edit> harmless() {
        return Stream.of(steps(), ways(), branches(), calls()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void anOwnerMayChangeWhatNoRuleIsAbout(Edit edit) {
        EditedModels models = new EditedModels();
        edit.change.accept(models);
        assertThat(models.findings()).isEmpty();
    }

    private static List<Edit> steps() {
        return List.of(
                new Edit("a legal review before the letter is signed", m -> m.in("scoping")
                        .task("UserTask_ReviewLegally")
                        .into("Flow_DraftEngagementLetter_SignLetterForFirm", "UserTask_ReviewLegally")),
                new Edit("a legal review with a way back", m -> m.in("scoping")
                        .task("UserTask_ReviewLegally")
                        .add(
                                "exclusiveGateway",
                                "G",
                                "name",
                                "Fine?",
                                "default",
                                "Flow_G_to_UserTask_SignLetterForFirm")
                        .lead("Flow_DraftEngagementLetter_SignLetterForFirm", "UserTask_ReviewLegally")
                        .flow("UserTask_ReviewLegally", "G")
                        .flow("G", "UserTask_SignLetterForFirm")
                        .flow("G", "UserTask_DraftEngagementLetter", "${legalDecision == 'return'}")),
                new Edit("a task between the letter and the assertion", m -> m.in("reporting")
                        .task("UserTask_CallSponsor")
                        .into("Flow_SignRepresentationLetter_SignAssertion", "UserTask_CallSponsor")),
                new Edit("a task after the issue", m -> m.in("reporting")
                        .task("UserTask_Celebrate")
                        .into("Flow_IssueReport_DistributeReport", "UserTask_Celebrate")),
                new Edit("another kickoff, no kickoff", m -> m.in("scoping")
                        .around("Flow_SignLetterForClient_HoldKickoff", "Flow_HoldKickoff_ForkDescription")
                        .remove("UserTask_HoldKickoff")),
                new Edit("the assertion is signed before the letter", m -> m.in("reporting")
                        .lead("Flow_SetReportDate_SignRepresentationLetter", "UserTask_SignAssertion")
                        .lead("Flow_SignAssertion_SignReport", "UserTask_SignRepresentationLetter")
                        .lead("Flow_SignRepresentationLetter_SignAssertion", "UserTask_SignReport")),
                new Edit("the manager reviews workpapers", m -> m.in("control-test")
                        .set("UserTask_ReviewWorkpaper", "camunda:candidateGroups", "audit-manager")),
                new Edit("a form of the owner's own", m -> m.form("own-form", "legalDecision")),
                new Edit("another name and another due date for a task", m -> m.in("reporting")
                        .set("UserTask_SignReport", "name", "Sign in the firm's name", "camunda:dueDate", "P1D")));
    }

    private static List<Edit> ways() {
        return List.of(
                new Edit("a question whose ways meet before the signing", m -> m.in("reporting")
                        .add("exclusiveGateway", "G", "name", "Big client?", "default", "Flow_G_to_M")
                        .add("exclusiveGateway", "M")
                        .task("UserTask_AskBoard")
                        .lead("Flow_SignAssertion_SignReport", "G")
                        .flow("G", "M")
                        .flow("G", "UserTask_AskBoard", "${size == 'big'}")
                        .flow("UserTask_AskBoard", "M")
                        .flow("M", "UserTask_SignReport")),
                new Edit("one more way back to the draft", m -> m.in("reporting")
                        .add(
                                "exclusiveGateway",
                                "G",
                                "name",
                                "Still right?",
                                "default",
                                "Flow_G_to_UserTask_SignReport")
                        .lead("Flow_SignAssertion_SignReport", "G")
                        .flow("G", "UserTask_SignReport")
                        .flow("G", "Gateway_MergeOpinion", "${stillRight == 'no'}")),
                new Edit("the quality review is always done", m -> m.in("reporting")
                        .lead("Flow_FurtherWorkAsked_No", "UserTask_ReviewQuality")
                        .remove("Flow_QualityReviewAsked_Yes")
                        .remove("Flow_QualityReviewAsked_No")
                        .remove("Gateway_QualityReviewAsked")),
                new Edit("the reviewer's answer is asked the other way round", m -> m.in("reporting")
                        .set("Gateway_QualityCleared", "default", "Flow_Again")
                        .remove("Flow_QualityCleared_Yes")
                        .remove("Flow_QualityCleared_No")
                        .add(
                                "sequenceFlow",
                                "Flow_Again",
                                "sourceRef",
                                "Gateway_QualityCleared",
                                "targetRef",
                                "Gateway_MergeOpinion")
                        .flow("Gateway_QualityCleared", "Gateway_MergeSigning", "${qualityDecision == \"clear\"}")),
                new Edit("a timer that reminds the quality reviewer", m -> m.in("reporting")
                        .boundary("B", "UserTask_ReviewQuality", false)
                        .task("UserTask_Chase")
                        .add("endEvent", "EndEvent_Chased")
                        .flow("B", "UserTask_Chase")
                        .flow("UserTask_Chase", "EndEvent_Chased")),
                new Edit("a timer that asks for the review anew", m -> m.in("reporting")
                        .boundary("B", "UserTask_ReviewQuality", true)
                        .task("UserTask_NameAnother")
                        .flow("B", "UserTask_NameAnother")
                        .flow("UserTask_NameAnother", "UserTask_ReviewQuality")),
                new Edit("a wait before fieldwork", m -> m.in("engagement")
                        .add("intermediateCatchEvent", "Wait")
                        .child("Wait", "timerEventDefinition")
                        .into("Flow_PeriodBegins_MergeFieldwork", "Wait")),
                new Edit("an event that tells somebody and lets the rest go on", m -> m.in("engagement")
                        .add("subProcess", "E", "triggeredByEvent", "true")
                        .inside("E")
                        .add("startEvent", "Start_E", "isInterrupting", "false")
                        .child("Start_E", "messageEventDefinition", "messageRef", "Message_Question")
                        .task("UserTask_Answer")
                        .flow("Start_E", "UserTask_Answer")));
    }

    private static List<Edit> branches() {
        return List.of(
                new Edit("letter and assertion side by side", m -> m.in("reporting")
                        .add("parallelGateway", "F")
                        .add("parallelGateway", "J")
                        .lead("Flow_SetReportDate_SignRepresentationLetter", "F")
                        .flow("F", "UserTask_SignRepresentationLetter")
                        .flow("F", "UserTask_SignAssertion")
                        .lead("Flow_SignRepresentationLetter_SignAssertion", "J")
                        .lead("Flow_SignAssertion_SignReport", "J")
                        .flow("J", "UserTask_SignReport")),
                new Edit("licence and independence side by side, with a reminder", m -> m.in("scoping")
                        .add("parallelGateway", "F")
                        .add("parallelGateway", "J")
                        .lead("Flow_ConfirmReports_ConfirmLicence", "F")
                        .flow("F", "UserTask_ConfirmLicence")
                        .flow("F", "ServiceTask_CountAuditors")
                        .lead("Flow_ConfirmLicence_CountAuditors", "J")
                        .lead("Flow_ConfirmIndependence_AcceptEngagement", "J")
                        .flow("J", "UserTask_AcceptEngagement")
                        .boundary("B", "UserTask_ConfirmLicence", false)
                        .task("UserTask_Chase")
                        .flow("B", "UserTask_Chase")),
                new Edit("the quality review beside a task, looked at behind the join", m -> m.in("reporting")
                        .add("parallelGateway", "F")
                        .add("parallelGateway", "J")
                        .task("UserTask_PrintDraft")
                        .lead("Flow_QualityReviewAsked_Yes", "F")
                        .flow("F", "UserTask_ReviewQuality")
                        .flow("F", "UserTask_PrintDraft")
                        .flow("UserTask_PrintDraft", "J")
                        .lead("Flow_ReviewQuality_QualityCleared", "J")
                        .flow("J", "Gateway_QualityCleared")),
                new Edit("tasks side by side inside the branch of a fork", m -> m.in("scoping")
                        .add("parallelGateway", "F")
                        .add("parallelGateway", "J")
                        .task("UserTask_One")
                        .task("UserTask_Two")
                        .lead("Flow_ForkDescription_DescribeSystem", "F")
                        .flow("F", "UserTask_One")
                        .flow("F", "UserTask_Two")
                        .flow("UserTask_One", "J")
                        .flow("UserTask_Two", "J")
                        .flow("J", "UserTask_DescribeSystem")),
                new Edit("one more branch of the life cycle, which ends by itself", m -> m.in("engagement")
                        .task("UserTask_Newsletter")
                        .flow("Gateway_ForkWork", "UserTask_Newsletter")),
                new Edit("any of two checks before the date", m -> m.in("reporting")
                        .add("inclusiveGateway", "F", "name", "Which checks?", "default", "Flow_F_to_UserTask_One")
                        .add("inclusiveGateway", "J")
                        .task("UserTask_One")
                        .task("UserTask_Two")
                        .lead("Flow_ReconfirmIndependence_DateMerge", "F")
                        .flow("F", "UserTask_One")
                        .flow("F", "UserTask_Two", "${both}")
                        .flow("UserTask_One", "J")
                        .flow("UserTask_Two", "J")
                        .flow("J", "Gateway_DateMerge")));
    }

    private static List<Edit> calls() {
        return List.of(
                new Edit("a process of the owner's own is called", m -> m.process(
                                "legal-review", "UserTask_ReviewLegally")
                        .in("reporting")
                        .add(
                                "callActivity",
                                "Call",
                                "calledElement",
                                "legal-review",
                                "camunda:calledElementBinding",
                                "deployment")
                        .into("Flow_AnswerComments_FurtherWorkAsked", "Call")),
                new Edit("the signatures of the client are a process of their own", m -> m.in("reporting")
                        .around(
                                "Flow_SetReportDate_SignRepresentationLetter",
                                "Flow_SignRepresentationLetter_SignAssertion")
                        .around("Flow_SetReportDate_SignRepresentationLetter", "Flow_SignAssertion_SignReport")
                        .add(
                                "callActivity",
                                "Call",
                                "calledElement",
                                "client-signs",
                                "camunda:calledElementBinding",
                                "deployment")
                        .into("Flow_SetReportDate_SignRepresentationLetter", "Call")
                        .process("client-signs", "UserTask_Invite")
                        .take("UserTask_SignRepresentationLetter", "reporting")
                        .take("UserTask_SignAssertion", "reporting")
                        .lead("Flow_UserTask_Invite_to_End", "UserTask_SignRepresentationLetter")
                        .flow("UserTask_SignRepresentationLetter", "UserTask_SignAssertion")
                        .flow("UserTask_SignAssertion", "End")),
                new Edit("the draft is checked in a sub-process", m -> m.in("reporting")
                        .add("subProcess", "S")
                        .inside("S")
                        .add("startEvent", "Start_S")
                        .task("UserTask_Inner")
                        .flow("Start_S", "UserTask_Inner")
                        .in("reporting")
                        .into("Flow_DraftReport_CheckDraft", "S")));
    }

    @Test
    void theSignaturesOfAProcessThatMayLeaveThemOutDoNotCount() {
        EditedModels models = new EditedModels();
        calls().get(1).change.accept(models);
        models.in("client-signs")
                .add("exclusiveGateway", "G", "name", "Signed on paper?", "default", "Flow_G_to_UserTask_SignAssertion")
                .lead("Flow_UserTask_SignRepresentationLetter_to_UserTask_SignAssertion", "G")
                .flow("G", "UserTask_SignAssertion")
                .flow("G", "End", "${onPaper}");
        assertThat(models.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("UserTask_SignReport");
            assertThat(finding.message())
                    .contains(
                            "does not pass 'Sign assertion' after 'Set report date'",
                            "Signed on paper? → End → Sign report");
        });
    }

    @Test
    void whatHoldsInterlocksIsCalledFromNowhereElse() {
        EditedModels models = new EditedModels();
        calls().get(1).change.accept(models);
        models.in("readiness")
                .add(
                        "callActivity",
                        "Sneak",
                        "calledElement",
                        "client-signs",
                        "camunda:calledElementBinding",
                        "deployment")
                .into("Flow_AgreeRoadmap_RoadmapAgreed", "Sneak");
        assertThat(models.findings())
                .extracting(ModelFinding::element, ModelFinding::message)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "Sneak",
                        "The process client-signs holds interlocks of reporting and can only be called from there, with"
                                + " the binding 'deployment'"));
    }

    @Test
    void aProcessThatIsTooLargeOrCallsItselfIsRefusedInASentence() {
        EditedModels large = new EditedModels().in("readiness");
        for (int i = 0; i < 2000; i++) {
            large.task("UserTask_More" + i);
        }
        large.process("filler")
                .in("reporting")
                .add("callActivity", "Call", "calledElement", "readiness", "camunda:calledElementBinding", "deployment")
                .into("Flow_AnswerComments_FurtherWorkAsked", "Call");
        assertThat(large.findings())
                .extracting(ModelFinding::message)
                .contains("The process reporting is too large to look at every path");

        EditedModels circle = new EditedModels()
                .process("round", "UserTask_Round")
                .add("callActivity", "Again", "calledElement", "round", "camunda:calledElementBinding", "deployment")
                .into("Flow_Start_to_UserTask_Round", "Again")
                .in("reporting")
                .add("callActivity", "Call", "calledElement", "round", "camunda:calledElementBinding", "deployment")
                .into("Flow_AnswerComments_FurtherWorkAsked", "Call");
        assertThat(circle.findings())
                .extracting(ModelFinding::message)
                .contains("The process reporting calls itself in a circle through 'Again'");
    }

    /** As large and as tangled as the check still looks at: forks in forks, a reminder on every other task. */
    @Test
    void aTangledModelIsLookedAtInSeconds() {
        EditedModels models = new EditedModels().in("reporting");
        String last = "UserTask_AnswerComments";
        models.remove("Flow_AnswerComments_FurtherWorkAsked");
        for (int fork = 0; fork < 18; fork++) {
            models.add("parallelGateway", "F" + fork).flow(last, "F" + fork);
            last = "F" + fork;
        }
        for (int task = 0; task < 500; task++) {
            models.task("T" + task).flow(last, "T" + task);
            last = "T" + task;
            if (task % 3 == 0) {
                models.boundary("B" + task, last, false).task("R" + task).flow("B" + task, "R" + task);
            }
        }
        for (int fork = 17; fork >= 0; fork--) {
            models.add("parallelGateway", "J" + fork).flow(last, "J" + fork).flow("F" + fork, "J" + fork);
            last = "J" + fork;
        }
        models.flow(last, "Gateway_FurtherWorkAsked");
        assertTimeout(
                Duration.ofSeconds(60), () -> assertThat(models.findings()).isEmpty());
    }
}
