package io.tickmark;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.modelcheck.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every form to what our forms promise, and forms and models to each other. */
class FormsTest {

    private static final Path FORMS = Path.of("forms");
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern SHOWS = Pattern.compile("camunda:formRef=\"([\\w-]+)\"");
    private static final Pattern COMPARES = Pattern.compile("\\$\\{(\\w+) == '([\\w-]+)'}");

    private static Stream<String> forms() {
        return list(FORMS).map(file -> file.getFileName().toString());
    }

    /** That forms keep their other promises is said by {@code ModelsTest}, which checks the whole set. */
    @ParameterizedTest
    @MethodSource("conditions")
    void nothingIsShownBeforeWhatItDependsOnIsAnswered(String condition) {
        assertThat(hides(condition, Map.of())).isTrue();
    }

    static Stream<String> conditions() {
        return forms().map(file -> JsonMapper.shared().readTree(read(FORMS.resolve(file))))
                .flatMap(form -> form.findValuesAsString("hide").stream())
                .distinct();
    }

    private static boolean hides(String expression, Map<String, Object> answers) {
        var result = FEEL.evaluateExpression(expression.substring(1), new HashMap<>(answers));
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id": "review-evidence"                   | "id": "review"                    | is not named like its id
            "schemaVersion": 19                       | "schemaVersion": 16               | is not of schema version 19
            7.24.0                                    | 7.22.0                            | is for another version
            "type": "text"                            | "type": "html"                    | does not begin by saying what to do
            Field_returnNote                          | Field_returnReason                | twice
            "type": "textarea"                        | "type": "iframe"                  | which our forms do not use
            "key": "returnNote"                       | "key": "returnReason"             | has no key of its own
            "label": "What is wrong with it?"         | "label": ""                       | has no label
            "value": "accept"                         | "value": "return"                 | begins with a way back
            "subtype": "date"                         | "subtype": "datetime"             | asks for an hour
            """)
    void aFormThatBreaksARuleIsFound(String good, String bad, String finding) {
        assertThat(ShippedModels.findings(
                        "forms/review-evidence.form", Origin.PRODUCT, json -> json.replace(good, bad)))
                .anySatisfy(found -> assertThat(found.message()).contains(finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sign-report   | "required": true        | "required": false                              | may be left out
            sign-report   | I sign this report in the name of the audit firm | I sign                | does not say what is signed
            define-scope  | "defaultRepetitions": 0 | "defaultRepetitions": 1                        | begins with rows nobody asked for
            """)
    void aSignatureOrAListThatBreaksARuleIsFound(String form, String good, String bad, String finding) {
        assertThat(ShippedModels.findings("forms/" + form + ".form", Origin.PRODUCT, json -> json.replace(good, bad)))
                .anySatisfy(found -> assertThat(found.message()).contains(finding));
    }

    @Test
    void eachFormIsShownByATask() {
        Set<String> shown = models().flatMap(xml -> SHOWS.matcher(xml).results())
                .map(found -> found.group(1) + ".form")
                .collect(toCollection(TreeSet::new));
        assertThat(forms()).containsExactlyElementsOf(shown);
    }

    @Test
    void aGatewayAsksOnlyForAnswersThatAFormOffers() {
        Map<String, Set<String>> offered = offeredAnswers();
        models().flatMap(xml -> COMPARES.matcher(xml).results())
                .filter(found -> offered.containsKey(found.group(1)))
                .forEach(found -> assertThat(offered.get(found.group(1))).contains(found.group(2)));
        assertThat(offered).containsKeys("evidenceDecision", "acceptanceDecision", "furtherWork", "conclusion");
    }

    @Test
    void aDecisionKnowsExactlyTheAnswersThatAFormOffers() {
        Map<String, Set<String>> offered = offeredAnswers();
        for (String answer : List.of("readers", "financialReporting", "timeFrame")) {
            assertThat(known("report-selection", answer)).isEqualTo(offered.get(answer));
        }
        for (String answer : List.of("sufficiency", "materiality", "pervasiveness")) {
            assertThat(known("opinion", answer)).isEqualTo(offered.get(answer));
        }
        assertThat(known("sample-size", "riskLevel")).isEqualTo(offered.get("riskLevel"));
    }

    @Test
    void aReasonIsAskedForWhenSomethingIsReturned() {
        String json = read(FORMS.resolve("review-evidence.form"));
        JsonNode reason = JsonMapper.shared()
                .readTree(json)
                .path("components")
                .valueStream()
                .filter(component -> component.path("key").asString("").equals("returnReason"))
                .findFirst()
                .orElseThrow();
        String hide = reason.path("conditional").path("hide").asString();
        assertThat(hides(hide, Map.of("evidenceDecision", "return"))).isFalse();
        assertThat(hides(hide, Map.of("evidenceDecision", "accept"))).isTrue();
        assertThat(reason.path("validate").path("required").asBoolean()).isTrue();
    }

    private static Set<String> known(String decision, String answer) {
        String xml = read(Path.of("processes", decision + ".dmn"));
        var values = Pattern.compile(
                        "(?s)camunda:inputVariable=\"" + answer + "\">.*?<inputValues[^>]*>\\s*<text>([^<]*)<")
                .matcher(xml);
        assertThat(values.find()).as("values of %s in %s", answer, decision).isTrue();
        return Set.of(values.group(1).replace("\"", "").split(","));
    }

    private static Map<String, Set<String>> offeredAnswers() {
        Map<String, Set<String>> offered = new HashMap<>();
        forms().map(file -> JsonMapper.shared().readTree(read(FORMS.resolve(file))))
                .flatMap(form -> form.path("components").valueStream())
                .filter(component -> component.has("values"))
                .forEach(component -> component.path("values").forEach(option -> offered.computeIfAbsent(
                                component.path("key").asString(), key -> new LinkedHashSet<>())
                        .add(option.path("value").asString())));
        return offered;
    }

    private static Stream<String> models() {
        return list(Path.of("processes"))
                .filter(file -> file.toString().endsWith(".bpmn"))
                .map(FormsTest::read);
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
