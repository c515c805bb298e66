package io.tickmark.workflow;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The FEEL expressions of forms. What does not parse or cannot be computed is null, as in the browser. One instance
 * serves all threads; the expressions come from deployed forms, never from what people enter.
 */
final class FormFeel {

    private static final int KEPT_EXPRESSIONS = 5_000;

    private final FeelEngineApi engine;
    private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

    FormFeel(Clock clock) {
        engine = FeelEngineBuilder.forJava()
                .withClock(() -> ZonedDateTime.now(clock))
                .build();
    }

    /** The value of {@code =expression}, or the setting itself where it is none. */
    JsonNode value(JsonNode setting, Scope scope) {
        if (!AsJavaScript.isExpression(setting)) {
            return setting;
        }
        Object result = evaluate(setting.stringValue().substring(1), scope);
        return result == null ? JsonNodeFactory.instance.nullNode() : FeelValues.toJson(result);
    }

    /**
     * Whether a condition holds. form-js reads {@code hide} and {@code readonly} as unary tests on an absent input, so a
     * condition that comes out as null holds: {@code =amount > 5} hides the field until there is an amount.
     */
    boolean holds(JsonNode condition, Scope scope) {
        if (!AsJavaScript.isExpression(condition)) {
            return false;
        }
        UnaryTest test = UnaryTest.of(condition.stringValue().substring(1));
        if (test.always()) {
            return true;
        }
        Object results = evaluate(test.asList(), scope);
        return results instanceof List<?> list && list.stream().anyMatch(FormFeel::matchesNothing) != test.negated();
    }

    private static boolean matchesNothing(@Nullable Object result) {
        if (result instanceof List<?> several) {
            return several.stream().anyMatch(Objects::isNull);
        }
        return result == null || Boolean.TRUE.equals(result);
    }

    private @Nullable Object evaluate(String expression, Scope scope) {
        return scope.computed(expression, it -> compute(it, scope.context()));
    }

    private @Nullable Object compute(String expression, Map<String, Object> context) {
        if (parsed.size() > KEPT_EXPRESSIONS) {
            parsed.clear();
        }
        try {
            ParseResult parse = parsed.computeIfAbsent(expression, engine::parseExpression);
            if (parse.isFailure()) {
                return null;
            }
            EvaluationResult result = engine.evaluate(parse.parsedExpression(), context);
            return result.isSuccess() ? result.result() : null;
        } catch (RuntimeException | StackOverflowError undecided) {
            return null;
        }
    }
}
