package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a token can stand. A sub-process and a call are two spots: the way in and the way out. */
final class Spot {

    final int number;
    final Part part;
    final Area area;

    /** The mark; read once, since paths are looked at often. */
    final @Nullable String word;

    /** Whether this is the way out of a sub-process or a call. */
    final boolean leaving;

    final List<Move> moves = new ArrayList<>();
    final List<Spot> boundaries = new ArrayList<>();
    private final List<Spot> into = new ArrayList<>();
    private @Nullable Spot exit;
    private @Nullable Area inside;

    Spot(int number, Part part, Area area, boolean leaving) {
        this.number = number;
        this.part = part;
        this.area = area;
        this.leaving = leaving;
        this.word = part.word();
        area.spots.add(this);
    }

    void go(Spot to, Move.Kind kind) {
        go(Move.of(to, kind));
    }

    void go(Move move) {
        moves.add(move);
        if (move.kind() == Move.Kind.FLOW) {
            move.to().into.add(this);
        }
    }

    void holds(@Nullable Area content, Spot wayOut) {
        inside = content;
        exit = wayOut;
    }

    /** The spot that the token leaves when what is drawn here is done. */
    Spot exit() {
        return exit == null ? this : exit;
    }

    /** What is inside, for the way into a sub-process or a known process that is called. */
    @Nullable
    Area inside() {
        return inside;
    }

    /** Where the sequence flows into it come from, one entry for each. */
    List<Spot> comingFrom() {
        return into;
    }

    List<Spot> flowTargets() {
        return moves.stream()
                .filter(move -> move.kind() == Move.Kind.FLOW)
                .map(Move::to)
                .toList();
    }

    /** Whether it waits for the tokens of more than one way. */
    boolean isJoin() {
        return into.size() > 1 && (part.isParallelGateway() || part.kind().equals("inclusiveGateway"));
    }

    /** Whether a token that leaves has done what is drawn: not with a loop that may run no time. */
    boolean isDone() {
        return exit == null && !(leaving && part.loop() != null);
    }

    /** The next spots in the same area, a sub-process or call being passed as one. */
    List<Spot> near() {
        List<Spot> near = new ArrayList<>(boundaries);
        if (exit != null) {
            near.add(exit);
        }
        near.addAll(flowTargets());
        return near;
    }
}
