package io.tickmark.scoping;

import io.tickmark.kernel.Malformed;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of criteria in the API: the same for everybody who is signed in, and whole unless a limit is asked. */
@RestController
@RequestMapping("/api/criteria")
class CriteriaResource {

    private final Catalogue catalogue;

    CriteriaResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    Page<Criterion> list(
            @RequestParam(name = "limit", required = false) @Nullable Integer asked,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        List<Criterion> all = catalogue.all();
        Cursor after = Cursor.read(cursor, 1);
        if (after != null) {
            if (!catalogue.knows(after.field(0))) {
                throw new Malformed("cursor is none of this list: send back the value of next.");
            }
            all = all.stream()
                    .dropWhile(c -> !c.id().equals(after.field(0)))
                    .skip(1)
                    .toList();
        }
        int limit = asked == null ? all.size() : Page.limit(asked);
        return Page.of(all, limit, criterion -> Cursor.at(criterion.id()));
    }
}
