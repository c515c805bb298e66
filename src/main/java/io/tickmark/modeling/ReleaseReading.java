package io.tickmark.modeling;

import io.tickmark.kernel.Malformed;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import io.tickmark.workflow.Bundles;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases to be looked at, with what each changes. */
@Component
@Transactional(readOnly = true)
class ReleaseReading {

    private final Releases releases;
    private final ReleaseBook book;
    private final ReleaseFiles files;
    private final Bundles bundles;

    ReleaseReading(Releases releases, ReleaseBook book, ReleaseFiles files, Bundles bundles) {
        this.releases = releases;
        this.book = book;
        this.files = files;
        this.bundles = bundles;
    }

    /** The newest first, those with a number below the given one. */
    Page<ReleaseAnswer> page(int rows, int before) {
        Page<Release> page = Page.of(releases.before(before, rows + 1), rows, release -> Cursor.at(release.number()));
        String live = bundles.live();
        return new Page<>(
                page.items().stream()
                        .map(release -> ReleaseAnswer.of(release, live, null, null))
                        .toList(),
                page.next());
    }

    ReleaseAnswer one(UUID id) {
        Release release = releases.find(id);
        return ReleaseAnswer.of(release, bundles.live(), files.of(id), book.findings(release));
    }

    /** @param which {@code release}, {@code base} or {@code product} */
    ModelSet set(UUID id, String which) {
        Release release = releases.find(id);
        return switch (which) {
            case "release" -> releases.whole(release);
            case "base" -> releases.base(release);
            case "product" -> files.product(release.product());
            default -> throw new Malformed("of is one of release, base and product, not \"" + which + "\".");
        };
    }
}
