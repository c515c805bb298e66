package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens side by side in a process, and which joins can be trusted. */
final class Forks {

    /** Beyond it, joins are not trusted: a model so tangled is not worth the time. */
    private static final int MOST_PAIRS = 4000;

    private final TokenGraph graph;
    private final List<Fork> all;
    private final List<Fork> open = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final Map<Spot, Region> trusted = new HashMap<>();

    Forks(TokenGraph graph) {
        this.graph = graph;
        all = Fork.all(graph);
        pair(all);
        all.stream()
                .filter(fork -> regions.stream().noneMatch(region -> region.fork() == fork.at() && isGateway(fork)))
                .forEach(open::add);
        for (Region region : regions) {
            if (open.stream()
                    .noneMatch(
                            fork -> fork.at().area == region.fork().area && fork.sets(region.fork(), region.fork()))) {
                trusted.put(region.join(), region);
            }
        }
    }

    /** A gateway forks by its flows alone; a boundary event on a task is another fork at the same spot. */
    private static boolean isGateway(Fork fork) {
        return fork.at().part.isGateway();
    }

    private void pair(List<Fork> forks) {
        List<Fork> parallel = forks.stream()
                .filter(fork -> fork.at().part.isParallelGateway())
                .toList();
        List<Spot> joins = graph.spots.stream().filter(Spot::isJoin).toList();
        if (parallel.size() * joins.size() > MOST_PAIRS) {
            return;
        }
        boolean found = true;
        while (found) {
            found = false;
            for (Fork fork : parallel) {
                if (regions.stream().noneMatch(region -> region.fork() == fork.at())) {
                    Optional<Region> region = joins.stream()
                            .filter(join -> join.area == fork.at().area && join != fork.at())
                            .flatMap(join -> Region.of(fork, join, forks, regions).stream())
                            .findFirst();
                    region.ifPresent(regions::add);
                    found |= region.isPresent();
                }
            }
        }
    }

    /** Gateways behind which every branch is taken. */
    List<Fork> parallel() {
        return all.stream().filter(fork -> fork.at().part.isParallelGateway()).toList();
    }

    /** The fork whose branches the join brings together for sure; null where tokens could come twice or from elsewhere. */
    @Nullable
    Region region(Spot join) {
        return trusted.get(join);
    }

    /** Whether two tokens of one instance may stand on the two spots at once. */
    boolean beside(Spot one, Spot other) {
        return open.stream().anyMatch(fork -> fork.sets(one, other) || fork.sets(other, one))
                || regions.stream().anyMatch(region -> apart(region, one, other))
                || besideEvent(one.area, other)
                || besideEvent(other.area, one)
                || repeatedTogether(one, other);
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
