package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens side by side in a process, and which joins can be trusted. */
final class Forks {

    /** Beyond it, joins are not trusted: a model so tangled is not worth the time. */
    private static final int MOST_PAIRS = 400;

    private static final int MOST_FORKS = 200;

    private final TokenGraph graph;
    private final List<Fork> all;
    private final List<Fork> open = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final Map<Spot, Region> trusted = new HashMap<>();
    private final Map<Aside, Set<Spot>> aside = new HashMap<>();

    private record Aside(Fork fork, int side, int main) {

        @Override
        @SuppressWarnings("ReferenceEquality") // a fork is itself
        public boolean equals(@Nullable Object other) {
            return other instanceof Aside same && same.fork == fork && same.side == side && same.main == main;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(fork) + side) + main;
        }
    }

    Forks(TokenGraph graph) {
        this.graph = graph;
        all = Fork.all(graph);
        pair(all);
        all.stream()
                .filter(fork -> regions.stream().noneMatch(region -> region.fork() == fork.at() && isGateway(fork)))
                .forEach(open::add);
        for (Region region : regions) {
            if (region.join().part.isParallelGateway() && isEnteredOnce(region.fork())) {
                trusted.put(region.join(), region);
            }
        }
    }

    /** No other fork brings two tokens here, whose halves the join would take for a whole. */
    private boolean isEnteredOnce(Spot fork) {
        return open.stream().noneMatch(other -> other.at().area == fork.area && other.sets(fork, fork));
    }

    /** A gateway forks by its flows alone; a boundary event on a task is another fork at the same spot. */
    private static boolean isGateway(Fork fork) {
        return fork.at().part.isGateway();
    }

    private void pair(List<Fork> forks) {
        List<Fork> gateways = forks.stream().filter(Forks::isGateway).toList();
        List<Spot> joins = graph.spots.stream().filter(Spot::isJoin).toList();
        if (gateways.size() * joins.size() > MOST_PAIRS || forks.size() > MOST_FORKS) {
            return;
        }
        boolean found = true;
        while (found) {
            found = false;
            for (Fork fork : gateways) {
                if (regions.stream().noneMatch(region -> region.fork() == fork.at())) {
                    Optional<Region> region = joins.stream()
                            .filter(join -> join.area == fork.at().area
                                    && join != fork.at()
                                    && join.part.kind().equals(fork.at().part.kind()))
                            .flatMap(join -> Region.of(fork, join, forks, regions).stream())
                            .findFirst();
                    region.ifPresent(regions::add);
                    found |= region.isPresent();
                }
            }
        }
    }

    /** Every place where one token becomes several. */
    List<Fork> all() {
        return all;
    }

    /** What one rule finds out about two branches of a fork, and the next rule need not. */
    Set<Spot> aside(Fork fork, int side, int main, Supplier<Set<Spot>> found) {
        return aside.computeIfAbsent(new Aside(fork, side, main), key -> found.get());
    }

    /** The fork whose branches the join brings together for sure; null where tokens could come twice or from elsewhere. */
    @Nullable
    Region region(Spot join) {
        return trusted.get(join);
    }

    /**
     * Whether two tokens of one instance may stand on the two spots at once, or the first on its spot and gone when the
     * second comes: an inclusive join does not miss a token that has come to an end.
     */
    boolean beside(Spot one, Spot other) {
        return mayBeMissed(one).anyMatch(fork -> fork.sets(one, other))
                || open.stream().anyMatch(fork -> fork.sets(one, other) || fork.sets(other, one))
                || regions.stream().anyMatch(region -> apart(region, one, other))
                || besideEvent(one.area, other)
                || besideEvent(other.area, one)
                || repeatedTogether(one, other);
    }

    private Stream<Fork> mayBeMissed(Spot spot) {
        return regions.stream()
                .filter(region -> !region.join().part.isParallelGateway() && region.branchOf(spot) >= 0)
                .flatMap(region -> all.stream().filter(fork -> fork.at() == region.fork()));
    }

    private static boolean apart(Region region, Spot one, Spot other) {
        int first = region.branchOf(one);
        int second = region.branchOf(other);
        return first >= 0 && second >= 0 && first != second;
    }

    /** An event sub-process that lets the rest go on runs beside all of it, and beside itself. */
    private static boolean besideEvent(Area from, Spot other) {
        for (Area area = from; area != null; area = area.outer) {
            Area outer = area.outer;
            if (outer != null && area.isEventSubProcess() && !isInterrupting(area) && other.area.isWithin(outer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInterrupting(Area area) {
        return area.spots.stream()
                .filter(spot -> spot.part.kind().equals("startEvent"))
                .noneMatch(start -> start.part.isNonInterrupting());
    }

    private static boolean repeatedTogether(Spot one, Spot other) {
        for (Area area = one.area; area != null; area = area.outer) {
            if (area.isRepeated() && other.area.isWithin(area)) {
                return true;
            }
        }
        return false;
    }
}
