package io.tickmark.fieldwork;

import java.util.Locale;
import java.util.stream.Stream;

/** What the test of a control came to. A control that never had to operate is not concluded to be effective. */
public enum Conclusion {
    EFFECTIVE,
    DEVIATION,
    NO_OCCURRENCE;

    /** As forms, models and the API say it: {@code no-occurrence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Conclusion of(String word) {
        return Stream.of(values())
                .filter(c -> c.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No conclusion is called '" + word + "'"));
    }
}
