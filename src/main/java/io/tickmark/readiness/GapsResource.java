package io.tickmark.readiness;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.PersonId;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The gap register in the API. Readiness is the client's own: of the firm only those see it whom the client consults,
 * partner, manager and project manager; a control owner sees what nobody or he himself has fixed.
 */
@RestController
class GapsResource {

    private static final Set<String> FIRM = Set.of(Roles.PARTNER, Roles.MANAGER, Roles.PROJECT_MANAGER);
    private static final Set<String> CLIENT = Set.of(Roles.SPONSOR, Roles.COMPLIANCE, Roles.PROJECT_MANAGER);

    /** A gap as the API shows it; {@code owner} is a username. */
    record Item(
            UUID id,
            String reference,
            @Nullable String control,
            @Nullable String criterion,
            GapRating rating,
            String state,
            String description,
            String plan,
            @Nullable String owner,
            @Nullable LocalDate due,
            List<UUID> documents,
            Instant foundAt,
            @Nullable Instant endedAt) {}

    private final Engagements engagements;
    private final Team team;
    private final Gaps gaps;
    private final People people;

    GapsResource(Engagements engagements, Team team, Gaps gaps, People people) {
        this.engagements = engagements;
        this.team = team;
        this.gaps = gaps;
        this.people = people;
    }

    @GetMapping("/api/engagements/{engagement}/gaps")
    Page<Item> list(
            Actor actor,
            @PathVariable("engagement") UUID id,
            @RequestParam(name = "limit", required = false) @Nullable Integer asked,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        EngagementFacts engagement = engagements.visible(actor, new EngagementId(id));
        boolean whole = seesWhole(actor, engagement.id());
        int limit = Page.limit(asked);
        Cursor after = Cursor.read(cursor, 1);
        List<GapFacts> shown = gaps.of(engagement.id()).stream()
                .filter(gap -> whole || gap.owner() == null || gap.owner().equals(actor.id()))
                .dropWhile(gap -> after != null && !gap.id().toString().equals(after.field(0)))
                .skip(after == null ? 0 : 1)
                .limit(limit + 1L)
                .toList();
        Page<GapFacts> page = Page.of(shown, limit, gap -> Cursor.at(gap.id()));
        Map<PersonId, Actor> owners = people.persons(page.items().stream()
                .map(GapFacts::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Page<>(page.items().stream().map(gap -> item(gap, owners)).toList(), page.next());
    }

    private boolean seesWhole(Actor actor, EngagementId engagement) {
        Set<String> roles = team.roles(engagement, actor.id());
        if (actor.ofTheFirm()) {
            if (FIRM.stream().noneMatch(role -> roles.contains(role) || actor.may(role))) {
                throw new Forbidden("Readiness is the client's own; of the firm only partner, manager and project"
                        + " manager see its gaps");
            }
            return true;
        }
        boolean leads = CLIENT.stream().anyMatch(role -> roles.contains(role) || actor.may(role));
        if (!leads && !roles.contains(Roles.CONTROL_OWNER)) {
            throw new Forbidden(
                    "Gaps are for the sponsor, compliance, control owners and project manager of the client");
        }
        return leads;
    }

    private static Item item(GapFacts gap, Map<PersonId, Actor> owners) {
        Actor owner = gap.owner() == null ? null : owners.get(gap.owner());
        return new Item(
                gap.id(),
                gap.reference(),
                gap.control(),
                gap.criterion(),
                gap.rating(),
                gap.state().label(),
                gap.description(),
                gap.plan(),
                owner == null ? null : owner.username(),
                gap.due(),
                gap.proof(),
                gap.foundAt(),
                gap.endedAt());
    }
}
