package io.tickmark.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How finely a number field may be filled in. */
final class NumberRules {

    private NumberRules() {}

    static List<String> broken(FormComponent field, JsonNode value) {
        List<String> broken = new ArrayList<>();
        BigDecimal number = AsJavaScript.decimal(value);
        if (number == null) {
            return broken;
        }
        BigDecimal digits = AsJavaScript.decimal(field.json().path("decimalDigits"));
        if (digits != null
                && digits.signum() >= 0
                && BigDecimal.valueOf(number.stripTrailingZeros().scale()).compareTo(digits) > 0) {
            broken.add(
                    digits.signum() == 0
                            ? "Enter a whole number."
                            : "Enter at most " + digits.toPlainString() + " decimal digits.");
        }
        BigDecimal step = AsJavaScript.decimal(field.json().path("increment"));
        if (step != null && step.signum() != 0) {
            BigDecimal over = number.remainder(step);
            if (over.signum() != 0) {
                BigDecimal below = number.subtract(over);
                broken.add("Enter a step of " + step.toPlainString() + ", such as " + below.toPlainString() + " or "
                        + below.add(step).toPlainString() + ".");
            }
        }
        return broken;
    }
}
