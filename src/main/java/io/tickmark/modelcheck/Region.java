package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fork with the join that waits for each of its branches that was taken. The engine's parallel join counts tokens, not
 * flows; here each flow brings one, so what was done on any branch is done behind the join.
 *
 * @param branches by each way out of the fork, the numbers of the spots of the same area
 */
record Region(Spot fork, Spot join, List<BitSet> branches, List<Spot> spots) {

    /**
     * @param forks all forks of the graph
     * @param known regions found already, which may lie inside this one
     */
    static Optional<Region> of(Fork fork, Spot join, List<Fork> forks, List<Region> known) {
        List<Spot> heads = fork.at().flowTargets();
        if (heads.size() != join.comingFrom().size() || fork.at().comingFrom().size() != 1) {
            return Optional.empty();
        }
        List<Set<Spot>> branches =
                heads.stream().map(head -> branch(head, join)).toList();
        List<BitSet> numbers = new ArrayList<>();
        List<Spot> all = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Set<Spot> branch = branches.get(i);
            Spot head = heads.get(i);
            long arrivals = join.comingFrom().stream().filter(branch::contains).count();
            BitSet spots = new BitSet();
            branch.forEach(spot -> spots.set(spot.number));
            if (branch.contains(fork.at())
                    || arrivals != (head == join ? 0 : 1)
                    || numbers.stream().anyMatch(spots::intersects)
                    || !branch.stream().allMatch(spot -> entered(spot, branch, fork, head))) {
                return Optional.empty();
            }
            numbers.add(spots);
            all.addAll(branch);
        }
        // the costly question last: most pairs of a fork and a join are no pair at all
        boolean whole = join.comingFrom().stream().allMatch(from -> from == fork.at() || all.contains(from))
                && branches.stream().allMatch(branch -> single(branch, join, forks, known));
        return whole ? Optional.of(new Region(fork.at(), join, numbers, all)) : Optional.empty();
    }

    private static Set<Spot> branch(Spot head, Spot join) {
        Set<Spot> branch = new HashSet<>();
        List<Spot> open = new ArrayList<>(List.of(head));
        while (!open.isEmpty()) {
            Spot spot = open.remove(open.size() - 1);
            if (spot != join && branch.add(spot)) {
                open.addAll(spot.near());
            }
        }
        return branch;
    }

    /** Nothing comes into the branch but through the fork. */
    private static boolean entered(Spot spot, Set<Spot> branch, Fork fork, Spot head) {
        boolean once = spot.comingFrom().stream().filter(fork.at()::equals).count() == (spot == head ? 1 : 0);
        return once && spot.comingFrom().stream().allMatch(from -> from == fork.at() || branch.contains(from));
    }

    /** No fork inside the branch brings the join a second token. */
    private static boolean single(Set<Spot> branch, Spot join, List<Fork> forks, List<Region> known) {
        return forks.stream()
                .filter(inner -> branch.contains(inner.at()))
                .filter(inner ->
                        known.stream().noneMatch(region -> region.fork == inner.at() && branch.contains(region.join)))
                .allMatch(inner -> harmless(inner, join));
    }

    private static boolean harmless(Fork fork, Spot join) {
        int arriving = 0;
        for (int i = 0; i < fork.heads().size(); i++) {
            boolean arrives = fork.heads().get(i).stream()
                    .anyMatch(
                            head -> head == join || branch(head, join).stream().anyMatch(join.comingFrom()::contains));
            if (arrives && fork.again().get(i)) {
                return false;
            }
            arriving += arrives ? 1 : 0;
        }
        return arriving <= 1;
    }

    /** The branch that the spot lies in, sub-processes inside included; -1 for none. */
    int branchOf(Spot spot) {
        for (Spot outer : spots) {
            boolean inside = outer == spot || outer.inside() != null && spot.area.isWithin(outer.inside());
            for (int i = 0; inside && i < branches.size(); i++) {
                if (branches.get(i).get(outer.number)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
