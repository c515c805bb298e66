package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every path of a process for one rule. A path goes wherever a token can: both ways at a question, out by each
 * event without having done what it leaves, past a loop that may run no time. Behind a join counts what any branch did,
 * where the join is sure to have waited for it.
 */
final class MustPass {

    /** A path on which the act is reached too early; or, with {@code beside}, what may happen at the same time. */
    record Gap(
            Spot act,
            List<Spot> path,
            boolean asked,
            @Nullable Spot beside) {}

    private record Visit(Spot spot, int state, @Nullable Visit from) {}

    private final TokenGraph graph;
    private final Forks forks;
    private final InterlockRule rule;
    private final Pass pass;
    private final Set<Spot> sideEnds;
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Map<Spot, Set<Integer>> seen = new HashMap<>();
    private final Map<Spot, Map<Spot, Set<Integer>>> waiting = new HashMap<>();
    private final Map<Part, Gap> gaps = new LinkedHashMap<>();

    MustPass(TokenGraph graph, Forks forks, InterlockRule rule, Map<String, InterlockMark> marks) {
        this.graph = graph;
        this.forks = forks;
        this.rule = rule;
        this.pass = new Pass(rule, marks);
        this.sideEnds = SideEnds.of(graph, forks, pass);
    }

    /** The shortest way to each act that is reached too early; nothing when the rule holds. */
    List<Gap> gaps() {
        graph.starts.forEach(start -> arrive(start, pass.atStart(), null));
        while (!open.isEmpty()) {
            Visit visit = open.remove();
            boolean counts = !sideEnds.contains(visit.spot);
            int left = pass.leaving(visit.spot, visit.state);
            if (rule.isAboutEnds() && counts && graph.isEnd(visit.spot) && left != Pass.DONE) {
                gap(visit, left);
            }
            visit.spot.moves.stream()
                    .filter(move -> counts || move.kind() != Move.Kind.OUT)
                    .forEach(move -> go(visit, move));
        }
        seen.keySet().stream().filter(this::isAct).forEach(this::besides);
        return List.copyOf(gaps.values());
    }

    private boolean isAct(Spot spot) {
        return rule.isAboutEnds()
                ? graph.isEnd(spot)
                : !spot.leaving && rule.act().equals(spot.word);
    }

    private void go(Visit visit, Move move) {
        int state =
                switch (move.kind()) {
                    case FLOW -> pass.along(move.told(), pass.leaving(visit.spot, visit.state));
                    case OUT, EVENT_AFTER -> pass.leaving(visit.spot, visit.state);
                    case INTO, AROUND, EVENT -> visit.state;
                };
        if (event(move) && move.to().area != visit.spot.area && state != Pass.DONE) {
            // what was answered inside is not handed back to whoever is interrupted
            state = Pass.NOTHING;
        }
        Region region = move.kind() == Move.Kind.FLOW ? forks.region(move.to()) : null;
        if (region != null && region.spots().stream().noneMatch(this::resets)) {
            meet(visit, move.to(), state, region);
        } else {
            arrive(move.to(), state, visit);
        }
    }

    private static boolean event(Move move) {
        return move.kind() == Move.Kind.EVENT || move.kind() == Move.Kind.EVENT_AFTER;
    }

    private boolean resets(Spot spot) {
        return anywhere(spot, inner -> inner.word != null && rule.since().contains(inner.word));
    }

    private static boolean anywhere(Spot spot, Predicate<Spot> which) {
        Area inside = spot.inside();
        return which.test(spot) || inside != null && inside.all().stream().anyMatch(which);
    }

    private void arrive(Spot spot, int state, @Nullable Visit from) {
        Visit visit = new Visit(spot, state, from);
        if (!rule.isAboutEnds() && isAct(spot) && state != Pass.DONE) {
            gap(visit, state);
        }
        int here = pass.entering(spot, state);
        if (seen.computeIfAbsent(spot, s -> new HashSet<>()).add(here)) {
            open.add(new Visit(spot, here, from));
        }
    }

    /** Goes on with every combination of what its branches may bring, once each has brought something. */
    private void meet(Visit visit, Spot join, int state, Region region) {
        Map<Spot, Set<Integer>> arrived = waiting.computeIfAbsent(join, j -> new HashMap<>());
        if (!arrived.computeIfAbsent(visit.spot, branch -> new TreeSet<>()).add(state)) {
            return;
        }
        boolean askedAgain = region.spots().stream().anyMatch(spot -> anywhere(spot, pass::decides));
        Set<Integer> together = Set.of(state);
        for (Spot branch : new HashSet<>(join.comingFrom())) {
            if (branch != visit.spot) {
                Set<Integer> next = new TreeSet<>();
                for (int other : arrived.getOrDefault(branch, Set.of())) {
                    together.forEach(one -> next.add(Pass.both(one, other, askedAgain)));
                }
                together = next;
            }
        }
        together.forEach(both -> arrive(join, both, visit));
    }

    private void gap(Visit visit, int state) {
        List<Spot> path = new ArrayList<>();
        for (Visit step = visit; step != null; step = step.from) {
            path.add(0, step.spot);
        }
        gaps.putIfAbsent(visit.spot.part, new Gap(visit.spot, path, state != Pass.NOTHING, null));
    }

    /**
     * What takes back while the act is under way is a way to it that lacks what must come before; so it is beside an
     * end that cuts other tokens short, which then come to no end of their own.
     */
    private void besides(Spot act) {
        boolean plainEnd = rule.isAboutEnds() && act.part.definitions().isEmpty();
        if (gaps.containsKey(act.part) || plainEnd) {
            return;
        }
        seen.keySet().stream()
                .filter(pass::takesBack)
                .filter(spot -> forks.beside(spot, act))
                .findFirst()
                .ifPresent(spot -> gaps.put(act.part, new Gap(act, List.of(), false, spot)));
    }
}
