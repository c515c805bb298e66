package io.tickmark.modelcheck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a marked task decides: it counts only where the model has made sure that the answer was to go on.
 *
 * @param variable the answer's field and process variable
 * @param go the one answer that counts
 * @param others all other answers that the task's form may offer
 */
record Decision(String variable, String go, Set<String> others) {

    boolean isGo(List<Told> told) {
        return told.stream().anyMatch(t -> t.is(variable, go))
                || others.stream().allMatch(other -> told.stream().anyMatch(t -> t.isNot(variable, other)));
    }

    Set<String> answers() {
        Set<String> answers = new TreeSet<>(others);
        answers.add(go);
        return answers;
    }
}
