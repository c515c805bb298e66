package io.tickmark.modelcheck;

import java.util.List;

/** When an interlock is not asked for: a variable has this value, or has any other. */
record Excuse(String variable, String value, boolean equal) {

    boolean holds(List<Told> told) {
        return told.stream().anyMatch(t -> equal ? t.is(variable, value) : t.isNot(variable, value));
    }
}
