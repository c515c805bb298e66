package io.tickmark.fieldwork;

import io.tickmark.description.Incidents;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.evidence.CitedEvidence;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workpapers for the audit team; deviations for the firm, and for the client's leads once they are asked about them. */
@RestController
@RequestMapping("/api/engagements/{id}")
class FieldworkApi {

    private static final Set<String> CLIENT_LEADS = Set.of(Roles.SPONSOR, Roles.COMPLIANCE);

    private final Engagements engagements;
    private final Team team;
    private final Tests tests;
    private final Deviations deviations;
    private final People people;
    private final CitedEvidence evidence;
    private final Incidents incidents;

    FieldworkApi(
            Engagements engagements,
            Team team,
            Tests tests,
            Deviations deviations,
            People people,
            CitedEvidence evidence,
            Incidents incidents) {
        this.engagements = engagements;
        this.team = team;
        this.tests = tests;
        this.deviations = deviations;
        this.people = people;
        this.evidence = evidence;
        this.incidents = incidents;
    }

    @GetMapping("/tests")
    Page<TestAnswer> tests(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        if (!actor.ofTheFirm()) {
            throw new NotFound("The workpapers of an engagement are kept by the audit firm");
        }
        if (!team.readsWorkpapers(actor, engagement)) {
            throw new Forbidden("Workpapers are for the audit team of the engagement");
        }
        int rows = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 2);
        List<ControlTestFacts> page =
                tests.page(engagement, after == null ? -1 : place(after, 0), after == null ? 0 : place(after, 1), rows);
        Page<ControlTestFacts> shown = Page.of(page, rows, test -> Cursor.at(test.position(), test.round()));
        List<UUID> cited = shown.items().stream()
                .flatMap(test -> test.evidence().stream())
                .map(CitedDocument::document)
                .distinct()
                .toList();
        return new Page<>(
                TestAnswer.of(
                        shown.items(), people, evidence.of(actor, engagement, cited), incidents.byControl(engagement)),
                shown.next());
    }

    @GetMapping("/findings")
    Page<FindingAnswer> findings(Actor actor, @PathVariable UUID id) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        if (!team.looksInside(actor, engagement)) {
            needLead(actor, engagement, "Findings are for the sponsor and the compliance lead");
        }
        return Page.all(deviations.of(engagement).stream()
                .filter(deviation -> actor.ofTheFirm() || deviation.state() != DeviationState.FOUND)
                .map(deviation -> FindingAnswer.of(deviation, actor.ofTheFirm()))
                .toList());
    }

    private void needLead(Actor actor, EngagementId engagement, String otherwise) {
        if (CLIENT_LEADS.stream().noneMatch(actor::may)
                && team.roles(engagement, actor.id()).stream().noneMatch(CLIENT_LEADS::contains)) {
            throw new Forbidden(otherwise);
        }
    }

    private static int place(Cursor cursor, int field) {
        try {
            return Integer.parseInt(cursor.field(field));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }
}
