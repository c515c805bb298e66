package io.tickmark.modelcheck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far one rule has come on a path: nothing was done, something was done whose answer nobody has looked at yet, or
 * what is required is done.
 */
final class Pass {

    static final int NOTHING = 0;
    static final int DONE = 1 << 30;

    private final InterlockRule rule;
    private final Map<String, InterlockMark> marks;
    private final Map<String, Integer> bits = new TreeMap<>();

    Pass(InterlockRule rule, Map<String, InterlockMark> marks) {
        this.rule = rule;
        this.marks = marks;
        for (String word : rule.before()) {
            bits.put(word, 1 << bits.size());
        }
    }

    int atStart() {
        return rule.onlyAfterSince() ? DONE : NOTHING;
    }

    int entering(Spot spot, int state) {
        return !spot.leaving && spot.word != null && rule.since().contains(spot.word) ? NOTHING : state;
    }

    int leaving(Spot spot, int state) {
        Integer bit = spot.word == null || !spot.isDone() ? null : bits.get(spot.word);
        if (bit == null) {
            return state;
        }
        return decides(spot) ? bit : DONE;
    }

    int along(List<Told> told, int state) {
        boolean excused = rule.excuse() != null && rule.excuse().holds(told);
        boolean gone = state != DONE
                && bits.entrySet().stream()
                        .anyMatch(asked -> (state & asked.getValue()) != 0 && goes(asked.getKey(), told));
        return excused || gone ? DONE : state;
    }

    private boolean goes(String word, List<Told> told) {
        InterlockMark mark = marks.get(word);
        Decision decision = mark == null ? null : mark.decision();
        return decision != null && decision.isGo(told);
    }

    /** Whether the spot asks for an answer that may take back what was done before. */
    boolean decides(Spot spot) {
        InterlockMark mark = spot.word == null || !bits.containsKey(spot.word) ? null : marks.get(spot.word);
        return mark != null && mark.decision() != null;
    }

    /** Whether a pass of the spot may take back what was done. */
    boolean takesBack(Spot spot) {
        return !spot.leaving && (spot.word != null && rule.since().contains(spot.word) || decides(spot));
    }

    /** What holds behind a join of two branches whose fork nothing inside takes back. */
    static int both(int one, int other, boolean askedAgain) {
        if (one != DONE && other != DONE) {
            return one | other;
        }
        int open = one == DONE ? other : one;
        return askedAgain && open != DONE && open != NOTHING ? open : DONE;
    }

    Set<String> words() {
        return bits.keySet();
    }
}
