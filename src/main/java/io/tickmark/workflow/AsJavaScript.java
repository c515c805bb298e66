package io.tickmark.workflow;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The few rules of JavaScript that the browser's form follows and Java does not share. */
final class AsJavaScript {

    /** What counts as white space in a trim and in {@code \s}, written for the inside of a regular expression's class. */
    static final String WHITE_SPACE =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private static final Pattern BLANK_ENDS =
            Pattern.compile("\\A[" + WHITE_SPACE + "]++|(?<![" + WHITE_SPACE + "])[" + WHITE_SPACE + "]++\\z");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LARGEST_EXPONENT = 308;
    private static final int LONGEST_NUMBER = 400;

    private AsJavaScript() {}

    static boolean truthy(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.doubleValue() != 0;
        }
        return !value.isString() || !value.stringValue().isEmpty();
    }

    static boolean isExpression(JsonNode value) {
        return value.isString() && value.stringValue().startsWith("=");
    }

    static String trim(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
    }

    /** The number that a number or a numeric text stands for, within what a double can hold; null for anything else. */
    static @Nullable BigDecimal decimal(JsonNode value) {
        String text = value.isNumber() || value.isString() ? value.asString() : "";
        if (text.length() > LONGEST_NUMBER || !DECIMAL.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        long magnitude = (long) number.precision() - number.scale();
        return magnitude > LARGEST_EXPONENT + 1 || number.scale() > LONGEST_NUMBER ? null : number;
    }

    /** Deep equality in which 1 and 1.0 are the same number. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(AsJavaScript::compareScalars, other);
    }

    private static int compareScalars(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            BigDecimal left = decimal(one);
            BigDecimal right = decimal(other);
            return left != null && right != null ? left.compareTo(right) : 1;
        }
        return one.equals(other) ? 0 : 1;
    }
}
