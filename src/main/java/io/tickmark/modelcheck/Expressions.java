package io.tickmark.modelcheck;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression of the engine may stand, and what it may say there. The engine evaluates names, documentation and
 * much else; everywhere but here, what begins with a dollar or a hash and a brace is refused.
 */
final class Expressions {

    private static final Pattern BEGINS = Pattern.compile("[$#]\\s*\\{");
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_]\\w*)}");
    private static final Pattern CONDITION = Pattern.compile(
            "\\$\\{(?:!?([A-Za-z_]\\w*)"
                    + "|([A-Za-z_]\\w*) (?:(?:==|!=) (?:'[\\w .,:-]*'|true|false)|(?:==|!=|<|<=|>|>=) -?\\d{1,12}(?:\\.\\d{1,6})?))}");

    private static final Map<String, Pattern> PLACES = Map.of(
            "serviceTask/delegateExpression", NAME,
            "userTask/assignee", NAME,
            "userTask/dueDate", NAME,
            "in/businessKey", NAME,
            "conditionExpression", CONDITION,
            "loopCardinality", NAME,
            "timeDate", NAME,
            "timeDuration", NAME,
            "timeCycle", NAME);

    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "empty",
            "not",
            "and",
            "or",
            "div",
            "mod",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "instanceof");

    private Expressions() {}

    /** @return why the value may not stand there; null where it may */
    static @Nullable String refusal(String place, String value) {
        if (!BEGINS.matcher(value).find()) {
            return null;
        }
        Pattern allowed = PLACES.get(place);
        String shown = value.strip();
        shown = shown.length() > 80 ? shown.substring(0, 80) + "…" : shown;
        if (allowed == null) {
            return "The engine would evaluate " + shown + " here. Expressions stand only in conditions, due dates,"
                    + " assignees, timers, loops and steps: write plain text.";
        }
        if (allowed == CONDITION && !CONDITION.matcher(value).matches()) {
            return "The condition asks more than a flag or a comparison of one variable: " + shown
                    + ". Write ${flag}, ${answer == 'text'} or ${count > 5}.";
        }
        if (!allowed.matcher(value).matches() || RESERVED.contains(variable(value))) {
            return "The expression " + shown + " does more than name a variable. Write ${name} and nothing else.";
        }
        return null;
    }

    /** The one variable that an allowed expression reads; empty where there is none. */
    static String variable(String value) {
        Matcher found = CONDITION.matcher(value);
        if (!found.matches()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
