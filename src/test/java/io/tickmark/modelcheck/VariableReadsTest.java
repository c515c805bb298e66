package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Small processes that read a variable which some way there has not set, each beside one in which every way has. */
class VariableReadsTest {

    private static final Pattern OURS =
            Pattern.compile("may not be set here|nothing is sure to have|takes back|The activity passes|asks for");

    private final Map<String, byte[]> files = new TreeMap<>();

    /** Started by code with {@code kind} set, as the product starts evidence requests. */
    private VariableReadsTest started(String... lines) {
        return process("started", lines);
    }

    /** A line is a flow ({@code a > b}, {@code a > b if ${x}}), or an element in XML. */
    private VariableReadsTest process(String key, String... lines) {
        var xml = new StringBuilder("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='D' targetNamespace='t'><process id='" + key
                + "' isExecutable='true'>");
        for (String line : lines) {
            xml.append(line.startsWith("<") ? line : flow(line));
        }
        files.put(
                "processes/" + key + ".bpmn",
                xml.append("</process></definitions>").toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private static String flow(String line) {
        String[] ends = line.split(" > | if ");
        String condition = ends.length < 3
                ? ""
                : "<conditionExpression>" + ends[2].replace("&", "&amp;") + "</conditionExpression>";
        return "<sequenceFlow id='" + ends[0] + "_" + ends[1] + "' sourceRef='" + ends[0] + "' targetRef='" + ends[1]
                + "'>" + condition + "</sequenceFlow>";
    }

    private VariableReadsTest form(String key, String field, String settings) {
        String json = "{\"id\":\"" + key + "\",\"components\":[{\"id\":\"F\",\"type\":\"textfield\",\"key\":\"" + field
                + "\"" + settings + "}]}";
        files.put("forms/" + key + ".form", json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private VariableReadsTest decision(String expression) {
        String xml = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='D' name='d' namespace='n'>"
                + "<decision id='rated' name='Rated'><variable id='V' name='rated'/><literalExpression id='L'><text>"
                + expression + "</text></literalExpression></decision></definitions>";
        files.put("processes/rated.dmn", xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private List<String> found() {
        Sources sources = new Sources(
                Map.of("started", Set.of("kind")),
                Map.of("plan", Set.of("ahead"), "count", Set.of("many")),
                Map.of("ahead", Set.of("day")));
        var words = new Vocabulary(
                Set.of("plan", "count"), Set.of("engagementId", "kind", "ahead", "day", "many"), Set.of(), sources);
        return ModelCheck.findings(files, Origin.OWNER, words).stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && OURS.matcher(finding.message()).find())
                .map(finding -> finding.element() + ": " + finding.message())
                .toList();
    }

    private static String task(String id, String form) {
        return "<userTask id='" + id + "' camunda:formRef='" + form + "'/>";
    }

    private static String choice(String id, String otherwise) {
        return "<exclusiveGateway id='" + id + "' default='" + id + "_" + otherwise + "'/>";
    }

    private static final String ENDS = "<startEvent id='s'/><endEvent id='e'/><endEvent id='f'/>";

    private VariableReadsTest answerOnOneWay(String other) {
        return form("ask", "answer", ",\"validate\":{\"required\":true}")
                .form("other", "else", "")
                .started(
                        ENDS,
                        choice("g", "b"),
                        task("a", "ask"),
                        task("b", other),
                        "<exclusiveGateway id='m'/>",
                        choice("h", "f"),
                        "s > g",
                        "g > a if ${kind == 'x'}",
                        "g > b",
                        "a > m",
                        "b > m",
                        "m > h",
                        "h > e if ${answer == 'yes'}",
                        "h > f");
    }

    @Test
    void anAnswerThatOneWaySkips() {
        assertThat(answerOnOneWay("other").found()).singleElement().satisfies(one -> assertThat(one)
                .startsWith("h_e: answer may not be set here"));
        files.clear();
        assertThat(answerOnOneWay("ask").found()).isEmpty();
    }

    private VariableReadsTest answerInABranch(String gateway) {
        return form("ask", "answer", "")
                .form("other", "else", "")
                .started(
                        ENDS,
                        "<" + gateway + " id='k' default='k_b'/>",
                        task("a", "ask"),
                        task("b", "other"),
                        "<" + gateway + " id='j'/>",
                        choice("h", "f"),
                        "s > k",
                        gateway.startsWith("e") ? "k > a if ${kind == 'x'}" : "k > a",
                        "k > b",
                        "a > j",
                        "b > j",
                        "j > h",
                        "h > e if ${answer == 'yes'}",
                        "h > f");
    }

    @Test
    void aJoinHasWaitedForEveryBranch() {
        assertThat(answerInABranch("parallelGateway").found()).isEmpty();
        files.clear();
        assertThat(answerInABranch("exclusiveGateway").found()).hasSize(1);
    }

    @Test
    void whatIsAskedLaterThanItIsRead() {
        form("ask", "answer", "")
                .started(
                        ENDS,
                        choice("g", "e"),
                        task("a", "ask"),
                        "s > g",
                        "g > a if ${answer == 'no'}",
                        "g > e",
                        "a > g");
        assertThat(found()).hasSize(1);
        form("ask", "answer", "")
                .started(
                        ENDS,
                        choice("g", "e"),
                        task("a", "ask"),
                        "s > a",
                        "g > a if ${answer == 'no'}",
                        "g > e",
                        "a > g");
        assertThat(found()).isEmpty();
    }

    private VariableReadsTest timer(String settings) {
        return form("ask", "until", settings)
                .started(
                        ENDS,
                        task("a", "ask"),
                        task("b", "ask"),
                        "<boundaryEvent id='t' attachedToRef='b'><timerEventDefinition><timeDate>${until}</timeDate>"
                                + "</timerEventDefinition></boundaryEvent>",
                        "s > a",
                        "a > b",
                        "b > e",
                        "t > f");
    }

    @Test
    void aTimerNeedsADayThatMustBeGiven() {
        assertThat(timer("").found()).singleElement().satisfies(one -> assertThat(one)
                .startsWith("t: The timer needs a day in until"));
        String required = ",\"validate\":{\"required\":true}";
        assertThat(timer(required).found()).isEmpty();
        assertThat(timer(required + ",\"conditional\":{\"hide\":\"=a\"}").found())
                .hasSize(1);
    }

    @Test
    void aDayThatOnlyAFlagPromises() {
        String plan = "<serviceTask id='p' camunda:delegateExpression='${plan}'/>";
        String wait = "<intermediateCatchEvent id='w'><timerEventDefinition><timeDate>${day}</timeDate>"
                + "</timerEventDefinition></intermediateCatchEvent>";
        started(ENDS, plan, choice("g", "f"), wait, "s > p", "p > g", "g > w if ${ahead}", "g > f", "w > e");
        assertThat(found()).isEmpty();
        started(ENDS, plan, choice("g", "w"), wait, "s > p", "p > g", "g > w", "g > f if ${!ahead}", "w > e");
        assertThat(found()).isEmpty();
        started(ENDS, plan, choice("g", "w"), wait, "s > p", "p > g", "g > w", "g > f if ${ahead}", "w > e");
        assertThat(found()).hasSize(1);
        started(ENDS, wait, "s > w", "w > e");
        assertThat(found()).hasSize(1);
    }

    @Test
    void aLoopThatMayRunNoTimeAnswersNothing() {
        String loop = "<userTask id='a' camunda:formRef='ask'><multiInstanceLoopCharacteristics><loopCardinality>%s"
                + "</loopCardinality></multiInstanceLoopCharacteristics></userTask>";
        String count = "<serviceTask id='c' camunda:delegateExpression='${count}'/>";
        String[] ways = {"c > a", "a > h", "h > e if ${answer == 'yes'}", "h > f"};
        form("ask", "answer", "");
        started(ENDS, count, loop.formatted("3"), choice("h", "f"), "s > c", String.join("", flows(ways)));
        assertThat(found()).isEmpty();
        started(ENDS, count, loop.formatted("${many}"), choice("h", "f"), "s > c", String.join("", flows(ways)));
        assertThat(found()).singleElement().satisfies(one -> assertThat(one).startsWith("h_e: answer may not"));
        started(ENDS, loop.formatted("${many}"), "s > a", "a > e");
        assertThat(found()).singleElement().satisfies(one -> assertThat(one).startsWith("a: The loop needs a number"));
    }

    private static String[] flows(String... lines) {
        return java.util.Arrays.stream(lines).map(VariableReadsTest::flow).toArray(String[]::new);
    }

    @Test
    void whatInterruptsReadsOnlyWhatWasSetAtTheStart() {
        String inside = "<subProcess id='x' triggeredByEvent='true'><startEvent id='i'><timerEventDefinition>"
                + "<timeDate>${%s}</timeDate></timerEventDefinition></startEvent><endEvent id='z'/>" + flow("i > z")
                + "</subProcess>";
        form("ask", "until", ",\"validate\":{\"required\":true}");
        started(ENDS, task("a", "ask"), "s > a", "a > e", inside.formatted("until"));
        assertThat(found()).singleElement().satisfies(one -> assertThat(one).startsWith("i: The timer needs"));
        started(ENDS, task("a", "ask"), "s > a", "a > e", inside.formatted("kind"));
        assertThat(found()).isEmpty();
    }

    private VariableReadsTest call(String passed, String back, String... called) {
        return form("ask", "answer", "")
                .process("called", called)
                .started(
                        ENDS,
                        "<callActivity id='c' calledElement='called'><extensionElements><camunda:in source='" + passed
                                + "' target='own'/><camunda:out source='" + back
                                + "' target='back'/></extensionElements></callActivity>",
                        choice("h", "f"),
                        "s > c",
                        "c > h",
                        "h > e if ${back == 'yes'}",
                        "h > f");
    }

    @Test
    void whatACallPassesAndTakesBack() {
        String[] asks = {ENDS, task("a", "ask"), "s > a", "a > e"};
        String[] mayAsk = {ENDS, choice("g", "e"), task("a", "ask"), "s > g", "g > a if ${own == 'x'}", "g > e", "a > f"
        };
        assertThat(call("kind", "answer", asks).found()).isEmpty();
        assertThat(call("kind", "answer", mayAsk).found())
                .containsExactly("c: The activity takes back answer, and called can end without having set it.");
        assertThat(call("kind", "verdict", asks).found())
                .contains("c: The activity takes back verdict, which called does not know.");
        assertThat(call("sort", "answer", asks).found())
                .containsExactly("c: The activity passes sort, which this process does not know.");
        assertThat(call("many", "answer", asks).found()).singleElement().satisfies(one -> assertThat(one)
                .startsWith("c: many may not be set here"));
    }

    @Test
    void branchesThatEndApartHaveAllEnded() {
        assertThat(call(
                                "kind",
                                "answer",
                                ENDS,
                                "<parallelGateway id='k'/>",
                                task("a", "ask"),
                                "s > k",
                                "k > a",
                                "k > f",
                                "a > e")
                        .found())
                .isEmpty();
    }

    @Test
    void aReminderThatEndsBesideTheWorkTakesNothingAway() {
        String border = "<boundaryEvent id='t' attachedToRef='a' cancelActivity='%s'><timerEventDefinition>"
                + "<timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>";
        String[] ways = {"s > a", "a > e", "t > f"};
        assertThat(call("kind", "answer", ENDS, task("a", "ask"), border.formatted("false"), ways[0], ways[1], ways[2])
                        .found())
                .isEmpty();
        assertThat(call("kind", "answer", ENDS, task("a", "ask"), border.formatted("true"), ways[0], ways[1], ways[2])
                        .found())
                .hasSize(1);
    }

    @Test
    void whatADecisionAsksFor() {
        String rule = "<businessRuleTask id='r' camunda:decisionRef='rated' camunda:resultVariable='rating'/>";
        form("ask", "answer", "").decision("upper case(answer)");
        started(ENDS, task("a", "ask"), rule, "s > a", "a > r", "r > e");
        assertThat(found()).isEmpty();
        started(ENDS, task("a", "ask"), rule, "s > r", "r > a", "a > e");
        assertThat(found()).singleElement().satisfies(one -> assertThat(one).startsWith("r: answer may not be set"));
        decision("upper case(replay)");
        assertThat(found()).containsExactly("r: The decision rated asks for replay, which this process does not know.");
    }

    @Test
    void aProcessThatNobodyStartsHasTheEngagementAndNothingElse() {
        process("alone", ENDS, choice("g", "f"), "s > g", "g > e if ${kind == 'x'}", "g > f");
        assertThat(found()).hasSize(1);
        files.clear();
        started(ENDS, choice("g", "f"), "s > g", "g > e if ${kind == 'x'}", "g > f");
        assertThat(found()).isEmpty();
    }

    /** Forty processes, each of which calls the next one twice, and the last the first. */
    @Test
    void aTangleOfCallsIsLookedAtInAMoment() {
        for (int i = 0; i < 40; i++) {
            String call = "<callActivity id='%s' calledElement='p" + (i + 1) % 40 + "'/>";
            process("p" + i, ENDS, call.formatted("a"), call.formatted("b"), "s > a", "a > b", "b > e");
        }
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(found()).isEmpty());
    }
}
