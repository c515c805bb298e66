package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Entry;
import io.tickmark.trail.Trail;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The engagement's trail, the answers in its file and what was signed; the trail is kept by the firm. */
@RestController
@RequestMapping("/api/engagements/{id}")
class FileApi {

    private final Engagements engagements;
    private final EngagementFile file;
    private final FileQuery answers;
    private final Team team;
    private final RoleTable roles;
    private final Trail trail;

    FileApi(Engagements engagements, EngagementFile file, FileQuery answers, Team team, RoleTable roles, Trail trail) {
        this.engagements = engagements;
        this.answers = answers;
        this.team = team;
        this.roles = roles;
        this.file = file;
        this.trail = trail;
    }

    @GetMapping("/trail")
    Page<Entry> trail(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        EngagementId engagement = trailReader(actor, id);
        int rows = Page.limit(limit);
        return Page.of(trail.of(engagement, after(cursor), rows + 1), rows, entry -> Cursor.at(entry.seq()));
    }

    private static long after(@Nullable String cursor) {
        Cursor place = Cursor.read(cursor, 1);
        try {
            return place == null ? 0 : Long.parseLong(place.field(0));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }

    /** What was answered on each completed task, in models that a process owner changed too. */
    @GetMapping("/file")
    Page<FileQuery.Item> file(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int rows = Page.limit(limit);
        return Page.of(
                answers.page(actor, new EngagementId(id), after(cursor), rows + 1),
                rows,
                item -> Cursor.at(item.seq()));
    }

    /** The whole trail as JSON Lines, for {@code java -jar tickmark.jar verify}. */
    @GetMapping(value = "/trail", params = "format=export")
    void export(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        EngagementId engagement = trailReader(actor, id);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"trail-" + id + ".jsonl\"");
        trail.export(engagement, response.getWriter());
    }

    private EngagementId trailReader(Actor actor, UUID id) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        if (!team.looksInside(actor, engagement)) {
            throw new NotFound("The trail of an engagement is kept by the audit firm");
        }
        return engagement;
    }

    record SignOff(String name, String role, String person, Instant at, String subject) {}

    @GetMapping("/signoffs")
    Page<SignOff> signOffs(Actor actor, @PathVariable UUID id) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        boolean all = team.looksInside(actor, engagement);
        Set<String> clientSide = actor.ofTheFirm() ? Set.of() : roles.clientSide();
        Set<String> hidden = answers.hiddenFrom(actor, engagement);
        List<SignOff> signed = file.signOffs(engagement).stream()
                .filter(record -> !hidden.contains(record.subject()))
                .filter(record -> all || clientSide.contains(record.role()))
                .map(record -> new SignOff(
                        record.taskName(), record.role(), record.personName(), record.completedAt(), record.subject()))
                .toList();
        return Page.all(signed);
    }
}
