package io.tickmark.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.engagement.Engagements;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.PhaseBegun;
import io.tickmark.workflow.PreparedStep;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A model that led to an act too early, had the check of models let it pass, is stopped at the act itself. */
@TickmarkTest
class InterlockedActsTest {

    @Autowired
    private Map<String, Step> steps;

    @Autowired
    private Map<String, TaskRules> rules;

    @Autowired
    private Engagements engagements;

    @Autowired
    private People people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private final AuditWorld world;

    InterlockedActsTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        world = new AuditWorld(port, json, people, clients);
    }

    private void run(String name, String subject) {
        Step step = Objects.requireNonNull(steps.get(name));
        Context context = new Context(EngagementId.of(world.engagement), subject);
        transaction.executeWithoutResult(status -> {
            if (step instanceof PreparedStep<?> prepared) {
                runUnprepared(prepared, context);
            } else {
                step.run(context);
            }
        });
    }

    /** As if it had found nothing to make: its own transaction asks again. */
    @SuppressWarnings("unchecked")
    private static <P> void runUnprepared(PreparedStep<P> step, Context context) {
        step.run(context, (P)
                (step.getClass().getSimpleName().equals("RecordAcceptance") ? Optional.empty() : List.of()));
    }

    private static void stopped(Runnable act, String why) {
        assertThatThrownBy(act::run).isInstanceOf(IllegalStateException.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "freezeScope, Nobody has completed 'Accept engagement' yet",
        "issueRequests, Nobody has completed 'Accept engagement' yet",
        "recordAcceptance, Nobody has completed 'Provide evidence' yet",
        "issueReport, Nobody has completed 'Sign report' yet",
        "lockFile, Nobody has completed 'Approve lock' yet",
        "applyChange, Nobody has completed 'Decide change' yet",
        "recordPostIssue, Nobody has completed 'Assess facts' yet",
        "openNextEngagement, Nobody has completed 'Decide renewal' yet"
    })
    void aStepWaitsForWhatComesBeforeIt(String step, String why) {
        stopped(() -> run(step, UUID.randomUUID().toString()), why);
    }

    @Test
    void aGapIsNotClosedBeforeItsRetest() {
        world.frozen(List.of("SECURITY"));
        world.done("client-compliance", "ChooseReadiness", Map.of("readinessWay", "self-assessment"));
        world.done(
                "client-compliance",
                "AssessControls",
                Map.of("needsWork", List.of("ORG-01"), "assessmentNotes", "Looked"));
        world.done("client-sponsor", "AgreeRoadmap", Map.of("roadmapDecision", "agree"));
        world.task("client-compliance", "PlanRemediation");
        String gap = world.get("client-compliance", "/api/engagements/" + world.engagement + "/gaps")
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        stopped(() -> run("closeGap", gap), "Nobody has completed 'Fix gap' yet");
    }

    @Test
    void anEngagementIsNotClosedBeforeItsFileIsLocked() {
        EngagementId engagement = EngagementId.of(world.engagement);
        stopped(
                () -> transaction.executeWithoutResult(
                        status -> events.publishEvent(new PhaseBegun(engagement, "closed"))),
                "is not locked, so the engagement cannot be closed");
        assertThat(engagements.facts(engagement).phase()).isEqualTo("proposal");
    }

    @ParameterizedTest
    @CsvSource({
        "signLetterForFirm, audit-partner, signature, The partner has not accepted the engagement",
        "signLetterForClient, client-sponsor, signature, The firm has not signed this letter",
        "assembleFile, audit-senior, completeness, The report is not issued: the file is closed after it",
        "approveLock, audit-partner, signature, The report is not issued: the file is closed after it"
    })
    void aTaskIsRefusedBeforeWhatComesFirst(String task, String role, String field, String why) {
        EngagementId engagement = EngagementId.of(world.engagement);
        OpenTask open = new OpenTask(
                "1", "UserTask_" + task, task, engagement, "p", "i", "d", "f", role, null, null, -1, Map.of());
        assertThat(Objects.requireNonNull(rules.get(task))
                        .validate(
                                open,
                                people.named(world.name(role)).orElseThrow(),
                                new Answers(json.createObjectNode())))
                .contains(new Refusal(field, why));
    }

    /** What a step is given: every id that it asks for is the same. */
    private record Context(EngagementId engagement, String subject) implements StepContext {

        @Override
        public String deployment() {
            return "";
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T get(Variable<T> variable) {
            return (T) subject;
        }

        @Override
        public <T> void set(Variable<T> variable, T value) {}
    }
}
