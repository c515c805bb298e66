package io.tickmark.binder;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Team;
import io.tickmark.evidence.EvidenceFolders;
import io.tickmark.evidence.EvidenceFolders.Folders;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what one person may take along. */
@Component
class BinderContents {

    private final EvidenceFolders evidence;
    private final List<BinderPapers> papers;
    private final Engagements engagements;
    private final Team team;
    private final Trail trail;

    BinderContents(
            EvidenceFolders evidence, List<BinderPapers> papers, Engagements engagements, Team team, Trail trail) {
        this.evidence = evidence;
        this.papers = papers;
        this.engagements = engagements;
        this.team = team;
        this.trail = trail;
    }

    /**
     * What is taken along.
     *
     * @param trailHead the trail's last entry before the papers were read; null where no trail goes along
     */
    record Contents(
            EngagementFacts engagement,
            Actor by,
            Folders folders,
            List<Paper> papers,
            @Nullable String trailHead) {}

    /** Throws {@link io.tickmark.kernel.NotFound} for an engagement that the person may not know of. */
    Contents of(Actor actor, EngagementId engagement, @Nullable String control) {
        Folders folders = evidence.of(actor, engagement, control);
        // first, so that the check finds in the trail what each paper says, or something later
        String head = head(actor, engagement);
        List<Paper> written = papers.stream()
                .flatMap(module -> module.of(actor, engagement, control).stream())
                .toList();
        if (control != null) {
            folders = evidence.with(
                    actor,
                    folders,
                    written.stream()
                            .flatMap(paper -> paper.citations().stream())
                            .filter(Paper.Citation::own)
                            .map(Paper.Citation::document)
                            .distinct()
                            .toList());
        }
        return new Contents(engagements.facts(engagement), actor, folders, written, head);
    }

    /** As {@link #of(Actor, EngagementId, String)}, for one request; papers are about controls. */
    Contents of(Actor actor, UUID request) {
        Folders folders = evidence.of(actor, request);
        return new Contents(
                engagements.facts(folders.engagement()), actor, folders, List.of(), head(actor, folders.engagement()));
    }

    private @Nullable String head(Actor actor, EngagementId engagement) {
        return team.looksInside(actor, engagement) ? trail.head(engagement).toString() : null;
    }
}
