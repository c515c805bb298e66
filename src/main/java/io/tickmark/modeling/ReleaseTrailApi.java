package io.tickmark.modeling;

import io.tickmark.identity.Functions;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.trail.Entry;
import io.tickmark.trail.Trail;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The firm's trail, in which every step of every release stands; whole, since a part of a chain proves nothing. */
@RestController
@RequestMapping("/api/releases/trail")
class ReleaseTrailApi {

    private final Trail trail;

    ReleaseTrailApi(Trail trail) {
        this.trail = trail;
    }

    @GetMapping
    Page<Entry> trail(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        toRead(actor);
        int rows = Page.limit(limit);
        Cursor place = Cursor.read(cursor, 1);
        try {
            long after = place == null ? 0 : Long.parseLong(place.field(0));
            return Page.of(trail.ofFirm(after, rows + 1), rows, entry -> Cursor.at(entry.seq()));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }

    /** As JSON Lines, for {@code java -jar tickmark.jar verify}. */
    @GetMapping(params = "format=export")
    void export(Actor actor, HttpServletResponse response) throws IOException {
        toRead(actor);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"trail-firm.jsonl\"");
        trail.exportFirm(response.getWriter());
    }

    private static void toRead(Actor actor) {
        Owners.toSee(actor);
        if (!actor.may(Functions.PROCESS_OWNER) && !actor.may(Functions.ADMIN)) {
            throw new Forbidden("Only a process owner or an administrator reads the firm's trail.");
        }
    }
}
