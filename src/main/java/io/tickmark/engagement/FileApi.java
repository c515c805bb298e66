package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The engagement's trail and what was signed; the trail is the audit side's and the client's leads'. */
@RestController
@RequestMapping("/api/engagements/{id}")
class FileApi {

    private final Engagements engagements;
    private final EngagementFile file;
    private final Trail trail;

    FileApi(Engagements engagements, EngagementFile file, Trail trail) {
        this.engagements = engagements;
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
        Cursor place = Cursor.read(cursor, 1);
        long after = place == null ? 0 : Long.parseLong(place.field(0));
        return Page.of(trail.of(engagement, after, rows + 1), rows, entry -> Cursor.at(entry.seq()));
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
        if (!actor.ofTheFirm()) {
            throw new NotFound("The trail of an engagement is kept by the audit firm");
        }
        return engagement;
    }

    record SignOff(String name, String role, String person, Instant at, String subject) {}

    @GetMapping("/signoffs")
    Page<SignOff> signOffs(Actor actor, @PathVariable UUID id) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        List<SignOff> signed = file.signOffs(engagement).stream()
                .filter(record -> actor.ofTheFirm() || Roles.CLIENT_SIDE.contains(record.role()))
                .map(record -> new SignOff(
                        record.taskName(), record.role(), record.personName(), record.completedAt(), record.subject()))
                .toList();
        return Page.all(signed);
    }
}
