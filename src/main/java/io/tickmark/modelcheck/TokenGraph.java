package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Everywhere a token of one process can stand, and how it gets on. What is called counts as if it were drawn in the
 * place of the call, so a path goes through it.
 */
final class TokenGraph {

    /** Far beyond what anybody can read, and still looked at in a moment. */
    private static final int MOST_SPOTS = 1500;

    private static final int DEEPEST = 40;
    private static final int MOST_MARKS = 200;

    final Area root;
    final List<Spot> spots = new ArrayList<>();

    /** Where the process begins; more than one where something else than a call starts it as well. */
    final List<Spot> starts = new ArrayList<>();

    private final Map<String, Drawing> drawings;
    private final Deque<String> calls = new ArrayDeque<>();
    private final Set<Spot> ends = new HashSet<>();
    private @Nullable String problem;

    /** @param drawings all processes of the set by their ids */
    TokenGraph(Drawing drawing, Map<String, Drawing> drawings) {
        this.drawings = drawings;
        this.root = new Area(null, null);
        calls.push(drawing.id);
        starts.addAll(draw(drawing, drawing.xml, root, false));
        if (spots.stream().filter(spot -> spot.word != null).count() > MOST_MARKS) {
            problem = "has more marks than there are interlocks";
        }
        events(root);
    }

    /** Why the graph is not whole, so that nothing can be said about its paths; null when it is. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Whether a token of the process looked at, or of what an event starts beside it, ends here. */
    boolean isEnd(Spot spot) {
        return ends.contains(spot);
    }

    private List<Spot> draw(Drawing drawing, Element container, Area area, boolean called) {
        if (area.depth() > DEEPEST) {
            problem = "is nested too deep to look at every path";
            return List.of();
        }
        Map<String, Spot> here = new HashMap<>();
        List<Spot> starting = new ArrayList<>();
        for (Part part : drawing.in(container)) {
            if (spots.size() > MOST_SPOTS) {
                problem = "is too large to look at every path";
                return starting;
            }
            if (part.isEventSubProcess()) {
                draw(drawing, part.xml(), new Area(area, part), false);
                continue;
            }
            Spot spot = spot(drawing, part, area);
            here.put(part.id(), spot);
            if (part.kind().equals("startEvent") && (!called || part.isPlainStart())) {
                starting.add(spot);
            }
        }
        connect(drawing, here);
        return starting;
    }

    private Spot spot(Drawing drawing, Part part, Area area) {
        Spot spot = add(part, area, false);
        String called = part.called();
        Drawing other = called == null ? null : drawings.get(called);
        if (other != null && calls.contains(other.id)) {
            problem = "calls itself in a circle through '" + part.label() + "'";
        } else if (other != null) {
            calls.push(other.id);
            fill(spot, other, other.xml);
            calls.pop();
        } else if (part.isContainer()) {
            fill(spot, drawing, part.xml());
        } else if (part.loop() != null && !InterlockMarks.runsForSure(part)) {
            hold(spot, null);
        }
        return spot;
    }

    private Spot add(Part part, Area area, boolean leaving) {
        Spot spot = new Spot(spots.size(), part, area, leaving);
        spots.add(spot);
        return spot;
    }

    private void fill(Spot spot, Drawing drawing, Element content) {
        Area inside = new Area(spot.area, spot.part);
        List<Spot> first = draw(drawing, content, inside, spot.part.kind().equals("callActivity"));
        hold(spot, inside);
        first.forEach(start -> spot.go(start, Move.Kind.INTO));
        Stream.concat(Stream.of(inside), inside.inner.stream().filter(Area::isEventSubProcess))
                .forEach(area -> ends(area).forEach(end -> end.go(spot.exit(), Move.Kind.OUT)));
    }

    private void hold(Spot spot, @Nullable Area inside) {
        Spot exit = add(spot.part, spot.area, true);
        spot.holds(inside, exit);
        if (spot.part.loop() != null) {
            spot.go(exit, Move.Kind.AROUND);
            exit.go(spot, Move.Kind.AROUND);
        }
    }

    private static List<Spot> ends(Area area) {
        return area.spots.stream()
                .filter(spot -> spot.exit() == spot && spot.flowTargets().isEmpty())
                .toList();
    }

    private void connect(Drawing drawing, Map<String, Spot> here) {
        for (Spot spot : here.values()) {
            for (Way way : drawing.from(spot.part)) {
                Spot to = here.get(way.to());
                if (to != null) {
                    spot.exit().go(new Move(to, Move.Kind.FLOW, way.told()));
                }
            }
            String link = spot.part.link();
            if (link != null && spot.part.kind().equals("intermediateThrowEvent")) {
                here.values().stream()
                        .filter(other ->
                                other.part.kind().equals("intermediateCatchEvent") && link.equals(other.part.link()))
                        .forEach(other -> spot.go(other, Move.Kind.FLOW));
            }
            Spot host = here.get(spot.part.xml().getAttribute("attachedToRef"));
            if (host != null && spot.part.kind().equals("boundaryEvent")) {
                host.boundaries.add(spot);
                host.go(spot, Move.Kind.EVENT);
                Area inside = host.inside();
                if (inside != null) {
                    interrupted(inside, spot);
                }
            }
        }
    }

    /** An event may come at any time; only a start and a pass of something marked change what holds then. */
    private static void interrupted(Area area, Spot event) {
        for (Spot spot : area.all()) {
            if (spot.word != null) {
                spot.go(event, Move.Kind.EVENT);
                spot.go(event, Move.Kind.EVENT_AFTER);
            }
        }
    }

    private void events(Area area) {
        if (area == root) {
            ends.addAll(ends(root));
        }
        for (Area inner : area.inner) {
            if (inner.isEventSubProcess()) {
                if (area == root) {
                    ends.addAll(ends(inner));
                }
                List<Spot> first = inner.spots.stream()
                        .filter(spot -> spot.part.kind().equals("startEvent"))
                        .toList();
                first.forEach(event -> begin(area, inner, event));
            }
            events(inner);
        }
    }

    private static void begin(Area area, Area inner, Spot event) {
        area.spots.stream()
                .filter(spot -> spot.part.kind().equals("startEvent"))
                .forEach(start -> start.go(event, Move.Kind.EVENT));
        area.all().stream()
                .filter(spot -> spot.word != null && !spot.area.isWithin(inner))
                .forEach(spot -> {
                    spot.go(event, Move.Kind.EVENT);
                    spot.go(event, Move.Kind.EVENT_AFTER);
                });
    }
}
