package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The releases, for the firm's people; decisions are its process owners'. */
@RestController
@RequestMapping("/api/releases")
class ReleasesApi {

    private final Releases releases;
    private final ReleaseReading reading;

    ReleasesApi(Releases releases, ReleaseReading reading) {
        this.releases = releases;
        this.reading = reading;
    }

    record Rejection(@Nullable String reason) {}

    record Note(@Nullable String note) {}

    @GetMapping
    Page<ReleaseAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Owners.toSee(actor);
        return reading.page(Page.limit(limit), place(cursor));
    }

    private static int place(@Nullable String text) {
        Cursor cursor = Cursor.read(text, 1);
        try {
            return cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor.field(0));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }

    @GetMapping("/{id}")
    ReleaseAnswer one(Actor actor, @PathVariable UUID id) {
        Owners.toSee(actor);
        return reading.one(id);
    }

    /**
     * One file of the release, always as a download.
     *
     * @param of {@code release} for the text it brings, {@code base} for what was live before, {@code product} for the
     *     product's own
     */
    @GetMapping("/{id}/files/{name}")
    ResponseEntity<byte[]> file(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String name,
            @RequestParam(defaultValue = "release") String of) {
        Owners.toSee(actor);
        byte[] content = reading.set(id, of).file(name);
        if (content == null) {
            throw new NotFound("There is no file " + name + " in it.");
        }
        return ResponseEntity.ok()
                .contentType(name.endsWith(".form") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @PostMapping("/{id}/approve")
    ReleaseAnswer approve(Actor actor, @PathVariable UUID id) {
        releases.approve(actor, id);
        return reading.one(id);
    }

    @PostMapping("/{id}/reject")
    ReleaseAnswer reject(Actor actor, @PathVariable UUID id, @RequestBody Rejection body) {
        releases.reject(actor, id, body.reason());
        return reading.one(id);
    }

    @PostMapping("/{id}/withdraw")
    ReleaseAnswer withdraw(Actor actor, @PathVariable UUID id) {
        releases.withdraw(actor, id);
        return reading.one(id);
    }

    /** Completes it anew from what is live now; one that was live comes back whole, which is how to roll back. */
    @PostMapping("/{id}/submit-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReleaseAnswer submitAgain(Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable Note body) {
        return reading.one(releases.submit(actor, Submission.again(id, body == null ? null : body.note()))
                .id());
    }
}
