package io.tickmark.modelcheck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every path from the start of the process to the element marked {@code act} passes an element marked with one of
 * {@code before}, anew since the last pass of one of {@code since}.
 *
 * @param act a mark's word, or {@link #END} for every end of the process
 * @param onlyAfterSince whether the rule begins only with a pass of {@code since}
 * @param source the standard that asks for it
 */
record InterlockRule(
        String process,
        String act,
        List<String> before,
        Set<String> since,
        @Nullable Excuse excuse,
        boolean onlyAfterSince,
        String source) {

    static final String END = "";

    static InterlockRule of(String process, String act, String source, String... before) {
        return new InterlockRule(process, act, List.of(before), Set.of(), null, false, source);
    }

    InterlockRule since(String... words) {
        return new InterlockRule(process, act, before, new TreeSet<>(List.of(words)), excuse, onlyAfterSince, source);
    }

    InterlockRule onlySince(String... words) {
        return new InterlockRule(process, act, before, new TreeSet<>(List.of(words)), excuse, true, source);
    }

    InterlockRule unless(String variable, String value) {
        return excused(new Excuse(variable, value, true));
    }

    InterlockRule unlessNot(String variable, String value) {
        return excused(new Excuse(variable, value, false));
    }

    private InterlockRule excused(Excuse when) {
        return new InterlockRule(process, act, before, since, when, onlyAfterSince, source);
    }

    boolean isAboutEnds() {
        return act.equals(END);
    }
}
