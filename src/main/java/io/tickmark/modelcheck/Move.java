package io.tickmark.modelcheck;

import java.util.List;

/** How a token gets on from a spot. */
record Move(Spot to, Kind kind, List<Told> told) {

    enum Kind {
        /** Along a sequence flow or a link: what it leaves is done. */
        FLOW,
        /** Into a sub-process or a called process. */
        INTO,
        /** From an end inside to the way out of the sub-process or call: what it leaves is done. */
        OUT,
        /** Past a loop that runs no time, or once more through one. */
        AROUND,
        /** By an event, before what it leaves is done. */
        EVENT,
        /** By an event, after what it leaves is done: for marked elements, whose pass it would otherwise miss. */
        EVENT_AFTER
    }

    static Move of(Spot to, Kind kind) {
        return new Move(to, kind, List.of());
    }
}
