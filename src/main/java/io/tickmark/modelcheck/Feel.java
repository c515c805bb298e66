package io.tickmark.modelcheck;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/**
 * FEEL has no way out of its data but external functions; what is left is work without end: loops over ranges, recursion,
 * patterns that backtrack, and numbers with millions of digits. The text is looked at before the engine's parser is given
 * it, and what the parser makes of it after.
 */
final class Feel {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 30;
    private static final Pattern FUNCTION = Pattern.compile("\\b(external|function)\\b");
    private static final Pattern LOOP = Pattern.compile("\\bfor\\b|\\b(some|every)\\b[^;]*\\.\\.");
    private static final Pattern PATTERN = Pattern.compile("\\b(matches|replace|split|extract)\\s*\\(");
    private static final Pattern LARGE =
            Pattern.compile("\\*\\*|\\d[eE][+-]?\\d|\\d{13,}|\\b(decimal|round \\w+)\\s*\\(.*,\\s*-?\\d{3,}");

    static final String DEFINES =
            "The expression defines a function, which could reach outside. Use the functions that FEEL has.";
    static final String LOOPS =
            "The expression runs through a loop, which may have no end. Use count, sum, min or max.";
    static final String LARGE_NUMBERS = "The expression computes numbers that are too large.";

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    /** What an expression is read as. */
    enum Kind {
        VALUE,
        /** Tests of an input, as in the rules of a table: {@code > 5} or {@code "a","b"}. */
        TESTS,
        /** Either, as the settings of forms are. */
        FORM
    }

    private Feel() {}

    /** @return why the expression is not allowed; null where it is */
    static @Nullable String refusal(String expression, Kind kind) {
        String refusal = refusalOfText(expression);
        if (refusal != null || expression.isBlank()) {
            return refusal;
        }
        FeelTree tree = tree(expression, kind);
        if (tree == null) {
            String shown = expression.strip();
            return "The expression cannot be read as FEEL: "
                    + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown) + ".";
        }
        return tree.refusal();
    }

    /** The variables that an allowed expression reads. */
    static Set<String> variables(String expression, Kind kind) {
        FeelTree tree = refusalOfText(expression) == null && !expression.isBlank() ? tree(expression, kind) : null;
        return tree == null ? Set.of() : tree.names();
    }

    /** How often an allowed expression reads each name. */
    static Map<String, Integer> reads(String expression, Kind kind) {
        FeelTree tree = refusalOfText(expression) == null && !expression.isBlank() ? tree(expression, kind) : null;
        return tree == null ? Map.of() : tree.reads();
    }

    /** Null where the engine cannot read it. */
    private static @Nullable FeelTree tree(String expression, Kind kind) {
        try {
            ParseResult read =
                    kind == Kind.TESTS ? ENGINE.parseUnaryTests(expression) : ENGINE.parseExpression(expression);
            if (read.isFailure() && kind == Kind.FORM) {
                read = ENGINE.parseUnaryTests(expression);
            }
            return read.isSuccess() ? new FeelTree(read.parsedExpression()) : null;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return null;
        }
    }

    private static @Nullable String refusalOfText(String expression) {
        if (expression.length() > LONGEST) {
            return "The expression is longer than " + LONGEST + " characters.";
        }
        String words = withoutStrings(expression);
        if (words == null) {
            return "The expression holds a comment, a backtick or two backslashes, behind which something could hide."
                    + " Leave them out.";
        }
        if (FUNCTION.matcher(words).find()) {
            return DEFINES;
        }
        if (LOOP.matcher(words).find()) {
            return LOOPS;
        }
        if (PATTERN.matcher(words).find()) {
            return "The expression tries a pattern, which may take for ever. Use contains or starts with.";
        }
        if (LARGE.matcher(words).find()) {
            return LARGE_NUMBERS;
        }
        if (depth(words) > DEEPEST) {
            return "The expression nests deeper than " + DEEPEST + " levels.";
        }
        return null;
    }

    /** Null where two readers may disagree about where a text ends: FEEL's own reader takes \\\\" as no end. */
    private static @Nullable String withoutStrings(String expression) {
        if (expression.contains("\\\\")) {
            return null;
        }
        var words = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < expression.length(); i++) {
            char sign = expression.charAt(i);
            if (sign == '"' && !(inside && expression.charAt(i - 1) == '\\')) {
                inside = !inside;
            } else if (!inside) {
                char next = i + 1 < expression.length() ? expression.charAt(i + 1) : ' ';
                if (sign == '`' || sign == '/' && (next == '/' || next == '*')) {
                    return null;
                }
                words.append(sign);
            }
        }
        return words.toString();
    }

    private static int depth(String words) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            if ("([{".indexOf(sign) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(sign) >= 0) {
                depth--;
            }
        }
        return deepest;
    }
}
