package io.tickmark.workflow;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How much one submission may carry, whatever its form says. */
final class SubmissionLimits {

    /** Rows of a list, and values of a field that takes several. */
    static final int ROWS = 500;

    private static final int TEXT = 20_000;
    private static final int DEPTH = 20;
    private static final int VALUES = 20_000;

    private int values;

    private SubmissionLimits() {}

    /** Why the submission is not even looked at; null where it may be. */
    static @Nullable String refusal(JsonNode submitted) {
        if (!submitted.isObject()) {
            return "Send the form's values as one object.";
        }
        return new SubmissionLimits().exceeded(submitted, 1);
    }

    private @Nullable String exceeded(JsonNode value, int depth) {
        if (++values > VALUES) {
            return "Send at most " + VALUES + " values.";
        }
        if (depth > DEPTH) {
            return "Nest values at most " + DEPTH + " deep.";
        }
        for (JsonNode child : value) {
            String refusal = exceeded(child, child.isContainer() ? depth + 1 : depth);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Why a text cannot be kept; null where it can. */
    static @Nullable String text(String text) {
        if (text.length() > TEXT) {
            return "Enter at most " + TEXT + " characters.";
        }
        boolean broken = text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        return broken ? "Remove the character that is no text (a zero byte or half a character)." : null;
    }
}
