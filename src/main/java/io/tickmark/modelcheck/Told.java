package io.tickmark.modelcheck;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a token on a sequence flow knows of a variable: that it has this value, or that it has another. A flag has the
 * value {@code true}.
 */
record Told(String variable, String value, boolean equal) {

    private static final Pattern COMPARISON =
            Pattern.compile("[$#]\\{\\s*(\\w+)\\s*(==|!=)\\s*(?:'([^'\"\\\\]*)'|\"([^'\"\\\\]*)\")\\s*}");
    private static final Pattern FLAG = Pattern.compile("[$#]\\{\\s*(!?)\\s*(\\w+)\\s*}");

    /** What a condition says, when it says one thing only; anything more is not understood and tells nothing. */
    static Optional<Told> of(String condition) {
        var comparison = COMPARISON.matcher(condition.strip());
        if (comparison.matches()) {
            String value = first(comparison.group(3), comparison.group(4));
            return Optional.of(
                    new Told(comparison.group(1), value, comparison.group(2).equals("==")));
        }
        var flag = FLAG.matcher(condition.strip());
        return flag.matches()
                ? Optional.of(new Told(flag.group(2), "true", flag.group(1).isEmpty()))
                : Optional.empty();
    }

    private static String first(@Nullable String single, @Nullable String twice) {
        return single != null ? single : String.valueOf(twice);
    }

    Told denied() {
        return new Told(variable, value, !equal);
    }

    boolean is(String name, String expected) {
        return equal && variable.equals(name) && value.equals(expected);
    }

    boolean isNot(String name, String unwanted) {
        return variable.equals(name) && equal != value.equals(unwanted);
    }
}
