package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;

/** Suppose an expression got past the check of models: deployed on an engine with the locked expressions, it runs nothing. */
class SecondLockTest {

    private static final List<String> RUN = new ArrayList<>();

    private static ProcessEngine engine;
    private static GenericApplicationContext context;

    /** A bean with everything an attacker would like, and no step. */
    public static final class Bait {

        public String getSecret() {
            RUN.add("getSecret");
            return "secret";
        }

        public boolean open() {
            RUN.add("open");
            return true;
        }
    }

    enum Kind {
        ONE
    }

    @BeforeAll
    static void start() {
        context = new GenericApplicationContext();
        context.registerBean("bait", Bait.class, Bait::new);
        context.registerBean("known", Step.class, () -> step -> RUN.add("known"));
        context.refresh();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:second-lock;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("second-lock");
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        configuration.setExpressionManager(new LockedExpressions(context));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
        context.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${bait.open()}",
                "${bait.secret == 'secret'}",
                "${bait['secret'] == 'secret'}",
                "#{bait.open()}",
                "${bait}",
                "${text.getClass().forName('java.lang.Runtime') == 'x'}",
                "${text.class == 'x'}",
                "${text['class'] == 'x'}",
                "${text.isEmpty()}",
                "${''.isEmpty()}",
                "${list.add('x')}",
                "${list.stream().count() == 0}",
                "${list.size() == 1}",
                "${list.class == 'x'}",
                "${map.put('a', 'b') == null}",
                "${map.getClass() == null}",
                "${map.keySet().iterator().next() == 'a'}",
                "${kind.declaringClass == 'x'}",
                "${kind.name() == 'ONE'}",
                "${date.time > 0}",
                "${date.getTime() > 0}",
                "${execution.setVariable('text', 'x') == null}",
                "${execution.processEngineServices == null}",
                "${execution.id != null}",
                "${now() != null}",
                "${dateTime().year > 0}",
                "${currentUser() == null}",
                "${fn:exec('id')}",
                "${dataSource != null}",
                "${java.lang.Runtime}",
                "${T(java.lang.Runtime)}",
                "${known.run(execution)}",
                "${known.step == 'x'}",
                "${kind.ONE == 'x'}",
            })
    void aConditionReadsVariablesAndNothingElse(String condition) {
        runsNothing(task(condition, "Task", "", "P1D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${bait.secret}", "${text.concat('x')}", "${text.class}", "${kind.name()}", "${now()}"})
    void aNameAnAssigneeADueDateAndATimerRunNothing(String expression) {
        runsNothing(task("", expression, "", "P1D"));
        runsNothing(task("", "Task", "camunda:assignee=\"" + expression + "\"", "P1D"));
        runsNothing(task("", "Task", "camunda:candidateGroups=\"" + expression + "\"", "P1D"));
        runsNothing(task("", "Task", "camunda:dueDate=\"" + expression + "\"", "P1D"));
        runsNothing(task("", "Task", "camunda:priority=\"" + expression + "\"", "P1D"));
        runsNothing(task("", "Task", "", expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${bait}", "${bait.open()}", "${text}", "${kind}"})
    void aServiceTaskRunsStepsOnly(String expression) {
        runsNothing("""
                <startEvent id="Start"/><sequenceFlow id="F1" sourceRef="Start" targetRef="Service"/>
                <serviceTask id="Service" camunda:delegateExpression="%s"/>
                <sequenceFlow id="F2" sourceRef="Service" targetRef="End"/><endEvent id="End"/>
                """.formatted(expression));
    }

    @Test
    void whatIsAllowedStillWorks() {
        start(task("${text == 'abc'}", "Task", "camunda:assignee=\"${text}\" camunda:dueDate=\"${date}\"", "P1D"));
        assertThat(engine.getTaskService().createTaskQuery().taskAssignee("abc").count())
                .isOne();
    }

    private static void runsNothing(String body) {
        RUN.clear();
        assertThatThrownBy(() -> start(body))
                .as(body)
                .isInstanceOf(RuntimeException.class)
                .hasMessageNotContaining("ENGINE-09005 Could not parse");
        assertThat(RUN).isEmpty();
    }

    private static String task(String condition, String name, String attributes, String timer) {
        String flow = condition.isEmpty()
                ? "<sequenceFlow id=\"F2\" sourceRef=\"Gateway\" targetRef=\"Task\"/>"
                : "<sequenceFlow id=\"F5\" sourceRef=\"Gateway\" targetRef=\"End\"/><sequenceFlow id=\"F2\" sourceRef=\"Gateway\" targetRef=\"Task\"><conditionExpression"
                        + " xsi:type=\"tFormalExpression\">" + condition + "</conditionExpression></sequenceFlow>";
        return """
                <startEvent id="Start"/><sequenceFlow id="F1" sourceRef="Start" targetRef="Gateway"/>
                <exclusiveGateway id="Gateway" %s/>%s
                <userTask id="Task" name="%s" %s/>
                <boundaryEvent id="Timer" attachedToRef="Task"><timerEventDefinition id="T">
                  <timeDuration xsi:type="tFormalExpression">%s</timeDuration></timerEventDefinition></boundaryEvent>
                <sequenceFlow id="F3" sourceRef="Timer" targetRef="End"/>
                <sequenceFlow id="F4" sourceRef="Task" targetRef="End"/><endEvent id="End"/>
                """.formatted(condition.isEmpty() ? "" : "default=\"F5\"", flow, name, attributes, timer);
    }

    private static void start(String body) {
        String key = "p" + UUID.randomUUID();
        engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="t">
                          <process id="%s" isExecutable="true">%s</process></definitions>
                        """.formatted(key, body))
                .deploy();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        key,
                        Map.of(
                                "text", "abc",
                                "date", new Date(0),
                                "list", new ArrayList<>(List.of("a")),
                                "map", new java.util.HashMap<>(Map.of("a", "b")),
                                "kind", Kind.ONE));
    }
}
