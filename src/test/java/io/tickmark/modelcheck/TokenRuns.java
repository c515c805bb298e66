package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All runs of a small process, as far as a few tokens and some ten thousand states go. */
final class TokenRuns {

    private static final int MOST_TOKENS = 5;
    private static final int MOST_STATES = 8000;
    private static final List<String> TASKS = List.of("a", "b", "d", "r", "t");

    /** @param answer what the variable holds: 0 nothing yet, 1 to go on, 2 to stop */
    private record State(byte[] at, boolean done, boolean answered, int answer) {

        List<Integer> key() {
            List<Integer> key = new ArrayList<>(List.of(done ? 1 : 0, answered ? 1 : 0, answer));
            for (byte count : at) {
                key.add((int) count);
            }
            return key;
        }
    }

    private final RandomProcess process;
    private final InterlockRule rule;
    private final int size;
    private final int[] into;
    private final Deque<State> open = new ArrayDeque<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private @Nullable String broken;

    TokenRuns(RandomProcess process, InterlockRule rule) {
        this.process = process;
        this.rule = rule;
        this.size = process.kinds().size();
        this.into = new int[size];
        process.edges().values().forEach(targets -> targets.forEach(to -> into[to]++));
    }

    /** What some run does too early: {@code b}, or {@code end}; null when none does. */
    @Nullable
    String broken() {
        for (int node = 0; node < size; node++) {
            if (is(node, "start") && container(node) < 0) {
                leave(node, new State(new byte[size], rule.onlyAfterSince(), false, 0));
            }
        }
        while (!open.isEmpty() && broken == null && seen.size() < MOST_STATES) {
            State state = open.remove();
            for (int node = 0; node < size; node++) {
                if (state.at[node] > 0) {
                    act(node, state);
                }
                if (is(node, "event")) {
                    event(node, state);
                }
            }
        }
        return broken;
    }

    private boolean is(int node, String kind) {
        return process.kinds().get(node).equals(kind);
    }

    private int container(int node) {
        return process.inside().getOrDefault(node, -1);
    }

    private boolean within(int node, int container) {
        for (int outer = container(node); outer >= 0; outer = container(outer)) {
            if (outer == container) {
                return true;
            }
        }
        return container < 0;
    }

    private boolean satisfied(State state) {
        return state.done || state.answered;
    }

    private List<Integer> targets(int node) {
        return process.edges().getOrDefault(node, List.of());
    }

    private void act(int node, State state) {
        String kind = process.kinds().get(node);
        if (TASKS.contains(kind)) {
            complete(node, kind, state);
            borders(node, state);
        } else if (kind.equals("sub")) {
            boolean over = true;
            for (int other = 0; other < size; other++) {
                over &= state.at[other] == 0 || !within(other, node);
            }
            if (over) {
                leave(node, take(state, node, 1));
            }
            borders(node, state);
        } else if (kind.equals("xor") || kind.equals("ask")) {
            choose(node, kind, state);
        } else if (kind.equals("and")) {
            int needed = Math.max(1, into[node]);
            if (state.at[node] >= needed) {
                leave(node, take(state, node, needed));
            }
        } else {
            inclusive(node, state);
        }
    }

    private void complete(int node, String kind, State state) {
        State left = take(state, node, 1);
        if (kind.equals("b") && rule.act().equals("b") && !rule.since().contains("b") && !satisfied(state)) {
            broken = "b";
        }
        if (rule.since().contains(kind)) {
            left = new State(left.at, false, false, left.answer);
        }
        if (kind.equals("a") && rule.before().contains("a")) {
            leave(node, new State(left.at, true, left.answered, left.answer));
        } else if (kind.equals("d")) {
            boolean counts = rule.before().contains("d");
            leave(node, new State(left.at, left.done, counts, 1));
            leave(node, new State(left.at, left.done, false, 2));
        } else {
            leave(node, left);
        }
    }

    private void borders(int node, State state) {
        process.attached().forEach((border, host) -> {
            if (host == node) {
                State left = is(border, "bn") ? state : empty(take(state, node, 1), node, is(node, "sub"));
                leave(border, left);
            }
        });
    }

    private State empty(State state, int container, boolean filled) {
        byte[] at = state.at.clone();
        for (int inner = 0; filled && inner < size; inner++) {
            if (within(inner, container)) {
                at[inner] = 0;
            }
        }
        return new State(at, state.done, state.answered, state.answer);
    }

    private void choose(int node, String kind, State state) {
        int number = 0;
        for (int to : targets(node)) {
            boolean open = !kind.equals("ask") || number > 1 || (number == 0 ? state.answer != 2 : state.answer == 2);
            if (open) {
                put(List.of(to), take(state, node, 1));
            }
            number++;
        }
        if (targets(node).isEmpty()) {
            put(List.of(), take(state, node, 1));
        }
    }

    private void inclusive(int node, State state) {
        for (int other = 0; other < size; other++) {
            if (other != node && state.at[other] > 0 && into[node] > 1 && reaches(other, node)) {
                return;
            }
        }
        State left = take(state, node, into[node] > 1 ? state.at[node] : 1);
        List<Integer> targets = targets(node);
        for (int choice = 1; choice < 1 << targets.size(); choice++) {
            List<Integer> taken = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                if ((choice & 1 << i) != 0) {
                    taken.add(targets.get(i));
                }
            }
            put(taken, left);
        }
        if (targets.isEmpty()) {
            put(List.of(), left);
        }
    }

    private boolean reaches(int from, int to) {
        Set<Integer> been = new HashSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            int here = next.remove();
            if (been.add(here)) {
                next.addAll(targets(here));
                process.attached().forEach((border, host) -> {
                    if (host == here) {
                        next.add(border);
                    }
                });
                if (container(here) >= 0) {
                    next.add(container(here));
                }
            }
        }
        return from != to && been.contains(to);
    }

    private void event(int node, State state) {
        int scope = container(node);
        boolean alive = false;
        boolean running = false;
        for (int other = 0; other < size; other++) {
            running |= state.at[other] > 0 && within(other, node);
            alive |= state.at[other] > 0 && within(other, scope) && !within(other, node);
        }
        for (int start = 0; start < size && alive && !running; start++) {
            if (container(start) == node && (is(start, "si") || is(start, "sn"))) {
                leave(start, is(start, "si") ? empty(state, scope, true) : state);
            }
        }
    }

    private State take(State state, int node, int count) {
        byte[] at = state.at.clone();
        at[node] -= (byte) count;
        return new State(at, state.done, state.answered, state.answer);
    }

    private void leave(int node, State state) {
        put(targets(node), state);
    }

    /** The tokens arrive one after the other; none, where a way ends. */
    private void put(List<Integer> targets, State state) {
        State next = state;
        for (int to : targets) {
            next = arrive(to, next);
            if (next == null) {
                return;
            }
        }
        int tokens = 0;
        for (byte count : next.at) {
            tokens += count;
        }
        if (tokens == 0 && rule.isAboutEnds() && !satisfied(next)) {
            broken = "end";
        }
        if (tokens > 0 && tokens <= MOST_TOKENS && seen.add(next.key())) {
            open.add(next);
        }
    }

    private @Nullable State arrive(int node, State state) {
        String kind = process.kinds().get(node);
        if (kind.equals("end")) {
            return state;
        }
        if (kind.equals("kill")) {
            return empty(state, container(node), true);
        }
        State here = state;
        if (kind.equals("b") && rule.act().equals("b") && !satisfied(state)) {
            broken = "b";
        }
        if (rule.since().contains(kind)) {
            here = new State(here.at, false, false, here.answer);
        }
        byte[] at = here.at.clone();
        if (kind.equals("sub")) {
            if (at[node] > 0) {
                return null;
            }
            State inside = new State(Arrays.copyOf(at, size), here.done, here.answered, here.answer);
            inside.at[node]++;
            for (int start = 0; start < size; start++) {
                if (is(start, "start") && container(start) == node) {
                    for (int to : targets(start)) {
                        State begun = inside == null ? null : arrive(to, inside);
                        inside = begun;
                    }
                }
            }
            return inside;
        }
        at[node]++;
        return new State(at, here.done, here.answered, here.answer);
    }
}
