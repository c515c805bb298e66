package io.tickmark.search;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/search")
class SearchApi {

    /** Nobody reads further; whoever looks for one of them narrows the search. */
    static final int DEEPEST = 1000;

    private static final int USUAL = 20;

    private final EvidenceSearch search;
    private final IndexSource source;

    SearchApi(EvidenceSearch search, IndexSource source) {
        this.search = search;
        this.source = source;
    }

    @GetMapping
    SearchAnswer find(
            Actor actor,
            Question question,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return search.find(actor, question, offset(cursor), limit == null ? USUAL : Page.limit(limit));
    }

    private static int offset(@Nullable String cursor) {
        Cursor place = Cursor.read(cursor, 1);
        try {
            int offset = place == null ? 0 : Integer.parseInt(place.field(0));
            if (offset >= 0 && offset <= DEEPEST) {
                return offset;
            }
        } catch (NumberFormatException other) {
            // answered below
        }
        throw new Malformed("cursor is none of this list: send back the value of next.");
    }

    /** Has every node make its index anew, for an administrator; a search tells by {@code complete} when it is done. */
    @PostMapping("/reindex")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void reindex(Actor actor) {
        if (!actor.ofTheFirm() || !actor.may("admin")) {
            throw new Forbidden("The search index is made anew by an administrator");
        }
        source.renew();
    }
}
