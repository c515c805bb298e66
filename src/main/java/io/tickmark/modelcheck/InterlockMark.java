package io.tickmark.modelcheck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One word that marks an element, and what the element must stay.
 *
 * @param process where the element belongs, or in a process called from there alone
 * @param kind of element
 * @param act what gives the element away without its mark: a task's phrase, a step's bean, a called process, a phase
 * @param roles that the task may be given to
 * @param assignee the one expression that may name a person, where there is one
 * @param loop the one number of repetitions, where there is one
 * @param message the message that the event waits for, where it does
 * @param signed whether the form carries a signature
 * @param ins variables that a call hands over under their own names
 * @param outs variables that a call hands back under their own names
 */
record InterlockMark(
        String word,
        String process,
        String kind,
        String act,
        Set<String> roles,
        @Nullable String assignee,
        @Nullable String loop,
        @Nullable String message,
        boolean signed,
        @Nullable Decision decision,
        Set<String> ins,
        Set<String> outs) {

    static InterlockMark task(String process, String word, String phrase, String... roles) {
        return plain(process, word, "userTask", phrase, roles);
    }

    static InterlockMark step(String process, String word, String bean) {
        return plain(process, word, "serviceTask", bean);
    }

    static InterlockMark call(String process, String word, String called) {
        return plain(process, word, "callActivity", called);
    }

    /** @param phase the phase that begins with the event; empty where none does */
    static InterlockMark event(String process, String word, String kind, String phase) {
        return plain(process, word, kind, phase);
    }

    private static InterlockMark plain(String process, String word, String kind, String act, String... roles) {
        return new InterlockMark(
                word,
                process,
                kind,
                act,
                new TreeSet<>(Arrays.asList(roles)),
                null,
                null,
                null,
                false,
                null,
                Set.of(),
                Set.of());
    }

    InterlockMark assignedTo(String expression) {
        return new InterlockMark(
                word, process, kind, act, roles, expression, loop, message, signed, decision, ins, outs);
    }

    InterlockMark each(String count) {
        return new InterlockMark(
                word, process, kind, act, roles, assignee, count, message, signed, decision, ins, outs);
    }

    InterlockMark on(String awaited) {
        return new InterlockMark(word, process, kind, act, roles, assignee, loop, awaited, signed, decision, ins, outs);
    }

    InterlockMark withSignature() {
        return new InterlockMark(word, process, kind, act, roles, assignee, loop, message, true, decision, ins, outs);
    }

    InterlockMark decides(String variable, String go, String... others) {
        Decision decided = new Decision(variable, go, new TreeSet<>(List.of(others)));
        return new InterlockMark(word, process, kind, act, roles, assignee, loop, message, signed, decided, ins, outs);
    }

    InterlockMark handsOver(String... variables) {
        return new InterlockMark(
                word, process, kind, act, roles, assignee, loop, message, signed, decision, Set.of(variables), outs);
    }

    InterlockMark handsBack(String... variables) {
        return new InterlockMark(
                word, process, kind, act, roles, assignee, loop, message, signed, decision, ins, Set.of(variables));
    }

    boolean isTask() {
        return kind.equals("userTask");
    }

    boolean isStep() {
        return kind.equals("serviceTask");
    }

    boolean isCall() {
        return kind.equals("callActivity");
    }

    boolean isEvent() {
        return kind.endsWith("Event");
    }

    /** The form of a task: {@code sign-report} of {@code SignReport}. */
    String form() {
        return words().replace(' ', '-');
    }

    /** As people know it: "Sign report". */
    String title() {
        String words = (isEvent() ? word.replace('-', ' ') : words());
        return words.isEmpty() ? word : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String words() {
        return act.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
