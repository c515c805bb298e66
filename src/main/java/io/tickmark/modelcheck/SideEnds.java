package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A process, a call and a sub-process end when their last token does. So the end of a token that goes aside, as a
 * reminder does, says nothing of what was done: another token of the same fork must have come to an end as well. Aside
 * goes what a border event starts beside its task, what an event sub-process does beside the rest, and the branch of a
 * gateway that does nothing of what a rule asks for, while another branch does; provided that it takes nothing back,
 * cuts nothing short, and that nothing else leads there.
 */
final class SideEnds {

    private final TokenGraph graph;
    private final Forks forks;
    private final Pass pass;
    private final Set<Spot> ends = new HashSet<>();

    private SideEnds(TokenGraph graph, Forks forks, Pass pass) {
        this.graph = graph;
        this.forks = forks;
        this.pass = pass;
    }

    static Set<Spot> of(TokenGraph graph, Forks forks, Pass pass) {
        var found = new SideEnds(graph, forks, pass);
        forks.all().forEach(found::fork);
        found.events(graph.root);
        return found.ends;
    }

    private void fork(Fork fork) {
        boolean gateway = fork.at().part.isParallelGateway();
        for (int side = 0; side < fork.heads().size(); side++) {
            boolean border = fork.again().get(side);
            for (int main = 0; main < fork.heads().size(); main++) {
                boolean more = gateway
                        && !asksFor(fork.zones().get(side))
                        && asksFor(fork.zones().get(main));
                if (main != side && (border || more)) {
                    aside(fork, side, main);
                }
            }
        }
    }

    private boolean asksFor(BitSet zone) {
        return graph.spots.stream()
                .anyMatch(spot -> zone.get(spot.number)
                        && spot.word != null
                        && pass.words().contains(spot.word));
    }

    private void aside(Fork fork, int side, int main) {
        BitSet zone = fork.zones().get(side);
        if (graph.spots.stream().filter(pass::takesBack).anyMatch(spot -> zone.get(spot.number))) {
            return;
        }
        ends.addAll(forks.aside(fork, side, main, () -> only(fork, side, main)));
    }

    /** The plain ends that this branch alone leads to. */
    private Set<Spot> only(Fork fork, int side, int main) {
        BitSet zone = fork.zones().get(side);
        Set<Spot> only = new HashSet<>();
        fork.at().area.spots.stream()
                .filter(end -> isPlain(end) && zone.get(end.number))
                .forEach(only::add);
        if (!only.isEmpty()) {
            only.removeAll(without(graph.starts, fork, side));
            only.removeAll(without(fork.heads().get(main), fork, side));
        }
        return only;
    }

    private static boolean isPlain(Spot end) {
        return end.exit() == end
                && end.flowTargets().isEmpty()
                && end.part.definitions().isEmpty();
    }

    /** Where one can come to without taking this branch of the fork. */
    private static Set<Spot> without(List<Spot> from, Fork fork, int side) {
        List<Spot> heads = fork.heads().get(side);
        Set<Spot> been = new HashSet<>();
        Deque<Spot> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            Spot here = next.remove();
            if (been.add(here)) {
                here.moves.stream()
                        .filter(move -> here != fork.at() || !heads.contains(move.to()))
                        .forEach(move -> next.add(move.to()));
            }
        }
        return been;
    }

    private void events(Area area) {
        for (Area inner : area.inner) {
            boolean beside = inner.isEventSubProcess()
                    && inner.spots.stream().anyMatch(spot -> spot.part.isNonInterrupting())
                    && inner.all().stream().noneMatch(pass::takesBack);
            if (beside) {
                inner.spots.stream().filter(SideEnds::isPlain).forEach(ends::add);
            }
            events(inner);
        }
    }
}
