package io.tickmark.evidence;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who looked at a document, and at which version. The firm reads all of it; those who lead the engagement at the client
 * read who of their own people did, and everybody reads of himself. What auditors look at, and when, tells a client what
 * they are after: it is the firm's.
 */
@RestController
class DocumentViewsApi {

    private final DocumentRepository documents;
    private final DocumentSight sight;
    private final RequestSight requestSight;
    private final DocumentViews views;
    private final People people;

    DocumentViewsApi(
            DocumentRepository documents,
            DocumentSight sight,
            RequestSight requestSight,
            DocumentViews views,
            People people) {
        this.documents = documents;
        this.sight = sight;
        this.requestSight = requestSight;
        this.views = views;
        this.people = people;
    }

    /**
     * @param person a username
     * @param side {@code firm} or {@code client}
     * @param way {@code download}, {@code part} or {@code binder}
     */
    record Looked(String person, String name, String side, UUID document, int version, String way, Instant at) {}

    @GetMapping("/api/documents/{id}/views")
    Page<Looked> views(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Document document = documents
                .findById(id)
                .filter(d -> sight.sees(actor, d))
                .orElseThrow(() -> new NotFound("There is no document " + id));
        int rows = Page.limit(limit);
        Page<DocumentViews.View> page = Page.of(
                views.of(document, actor, readable(actor, document), before(cursor), rows + 1),
                rows,
                view -> Cursor.at(view.number()));
        Map<PersonId, Actor> known = people.persons(
                page.items().stream().map(DocumentViews.View::person).distinct().toList());
        List<Looked> looked = page.items().stream()
                .map(view -> looked(view, known.get(view.person())))
                .toList();
        return new Page<>(looked, page.next());
    }

    private DocumentViews.Readable readable(Actor actor, Document document) {
        if (actor.ofTheFirm()) {
            return DocumentViews.Readable.ALL;
        }
        return requestSight.leads(actor, document.engagement())
                ? DocumentViews.Readable.OF_THE_CLIENT
                : DocumentViews.Readable.OWN;
    }

    private static Looked looked(DocumentViews.View view, @Nullable Actor person) {
        return new Looked(
                person == null ? "?" : person.username(),
                person == null ? "?" : person.name(),
                view.ofTheFirm() ? "firm" : "client",
                view.document(),
                view.version(),
                view.way(),
                view.at());
    }

    private static long before(@Nullable String cursor) {
        Cursor place = Cursor.read(cursor, 1);
        try {
            return place == null ? Long.MAX_VALUE : Long.parseLong(place.field(0));
        } catch (NumberFormatException other) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }
}
