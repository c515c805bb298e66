package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.web.HomePart;
import io.tickmark.workflow.StuckWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For process owners: releases that wait for a decision, and steps that stand still. */
@Component
class ModelsAtHome implements HomePart {

    private final ReleaseRepository releases;
    private final StuckWork stuck;

    ModelsAtHome(ReleaseRepository releases, StuckWork stuck) {
        this.releases = releases;
        this.stuck = stuck;
    }

    /** @param own whether the reader submitted it, so that somebody else decides */
    record Waiting(
            UUID id, int number, String origin, @Nullable String note, String by, Instant at, boolean own) {}

    record Told(List<Waiting> waiting, List<StuckWork.Stuck> stuck) {}

    @Override
    public String name() {
        return "models";
    }

    @Override
    public @Nullable Object of(Actor actor) {
        if (!Owners.is(actor)) {
            return null;
        }
        List<Waiting> waiting = releases.findByStateOrderByNumber(ReleaseState.WAITING).stream()
                .map(release -> new Waiting(
                        release.id(),
                        release.number(),
                        release.origin().word(),
                        release.note(),
                        release.submitterName(),
                        release.submittedAt(),
                        release.submittedBy(actor)))
                .toList();
        return new Told(waiting, stuck.all());
    }
}
