package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where one token becomes several.
 *
 * @param at the spot that forks
 * @param heads where each token begins
 * @param zones by each head, the numbers of all spots that its token may come to
 * @param again by each head, whether its token may come more than once, as a timer that repeats
 */
record Fork(Spot at, List<List<Spot>> heads, List<BitSet> zones, List<Boolean> again) {

    /** Whether a token on one spot may meet another token of this fork on the other. */
    boolean sets(Spot one, Spot other) {
        for (int i = 0; i < zones.size(); i++) {
            for (int j = 0; j < zones.size(); j++) {
                boolean two = i != j || again.get(i) || regrown(i);
                if (two && zones.get(i).get(one.number) && zones.get(j).get(other.number)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the fork comes round again by another head and sends one more token here. */
    private boolean regrown(int head) {
        for (int i = 0; i < zones.size(); i++) {
            if (i != head && zones.get(i).get(at.number)) {
                return true;
            }
        }
        return false;
    }

    /** Places where a token is multiplied, boundary events and gateways alike. */
    static List<Fork> all(TokenGraph graph) {
        List<Fork> forks = new ArrayList<>();
        for (Spot spot : graph.spots) {
            List<Spot> targets = spot.flowTargets();
            if (targets.size() > 1 && !spot.part.chooses()) {
                List<List<Spot>> heads = targets.stream().map(List::of).toList();
                forks.add(of(spot, heads, targets.stream().map(target -> false).toList()));
            }
            for (Spot boundary : spot.boundaries) {
                if (boundary.part.isNonInterrupting()) {
                    forks.add(beside(spot, boundary));
                }
            }
        }
        return forks;
    }

    private static Fork beside(Spot host, Spot boundary) {
        List<Spot> others = new ArrayList<>(host.exit().flowTargets());
        host.boundaries.stream().filter(other -> other != boundary).forEach(others::add);
        Fork fork = of(host, List.of(List.of(boundary), others), List.of(true, false));
        BitSet main = fork.zones.get(1);
        main.set(host.number);
        main.set(host.exit().number);
        Area inside = host.inside();
        if (inside != null) {
            inside.all().forEach(spot -> main.set(spot.number));
        }
        return fork;
    }

    private static Fork of(Spot at, List<List<Spot>> heads, List<Boolean> again) {
        return new Fork(
                at, heads, heads.stream().map(head -> zone(head, at.area)).toList(), again);
    }

    /** All that can be come to within the area; its end and its interruption end all of its tokens together. */
    private static BitSet zone(List<Spot> heads, Area area) {
        BitSet zone = new BitSet();
        List<Spot> open = new ArrayList<>(heads);
        while (!open.isEmpty()) {
            Spot spot = open.remove(open.size() - 1);
            if (zone.get(spot.number)) {
                continue;
            }
            zone.set(spot.number);
            for (Move move : spot.moves) {
                Area next = move.to().area;
                boolean ended = !next.isWithin(area) || next.isEventSubProcess() && next.outer == area;
                if (!ended) {
                    open.add(move.to());
                }
            }
        }
        return zone;
    }
}
