package io.tickmark.description;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Management writes, both sides read: the sections, their versions, and what one version made of another. */
@RestController
@RequestMapping("/api/engagements/{id}/description")
class DescriptionApi {

    private final DescriptionSight sight;
    private final DescriptionView view;
    private final SystemDescription description;
    private final SectionVersions versions;

    DescriptionApi(
            DescriptionSight sight, DescriptionView view, SystemDescription description, SectionVersions versions) {
        this.sight = sight;
        this.view = view;
        this.description = description;
        this.versions = versions;
    }

    /** @param version what it was when it was read */
    record GivenText(@Nullable Integer version, @Nullable String text) {}

    /** @param writtenBy the person's name */
    record WrittenVersion(int version, String text, String writtenBy, Instant writtenAt, String writtenWith) {

        static WrittenVersion of(SectionVersion version) {
            return new WrittenVersion(
                    version.version(), version.text(), version.writer(), version.writtenAt(), version.writtenWith());
        }
    }

    /** @param kind {@code same}, {@code deleted} or {@code inserted} */
    record RedlinePiece(String kind, String text) {}

    /** What made version {@code from} into version {@code to}, in the order of the text. */
    record SectionChanges(String section, int from, int to, List<RedlinePiece> pieces) {}

    @GetMapping
    DescriptionView.DescribedSystem get(Actor actor, @PathVariable UUID id) {
        return view.of(actor, sight.read(actor, new EngagementId(id)));
    }

    @PutMapping("/{section}")
    WrittenVersion write(
            Actor actor, @PathVariable UUID id, @PathVariable String section, @RequestBody GivenText given) {
        EngagementFacts engagement = sight.say(actor, new EngagementId(id));
        Section written = part(engagement, section);
        List<Refusal> refusals = new ArrayList<>();
        if (given.version() == null) {
            refusals.add(new Refusal("version", "Send back the version that you read, 0 for a section never written"));
        }
        if (given.text() == null) {
            refusals.add(
                    new Refusal("text", "Write the section's text; an empty one says that there is nothing to say"));
        }
        if (given.version() == null || given.text() == null) {
            throw new Refused(refusals);
        }
        return WrittenVersion.of(description.write(actor, engagement, written, given.version(), given.text()));
    }

    /** The newest first. */
    @GetMapping("/{section}/versions")
    Page<WrittenVersion> versions(Actor actor, @PathVariable UUID id, @PathVariable String section) {
        EngagementFacts engagement = sight.read(actor, new EngagementId(id));
        return Page.all(versions.of(engagement.id(), part(engagement, section)).stream()
                .map(WrittenVersion::of)
                .toList());
    }

    /**
     * Word by word.
     *
     * @param from 0 is the empty text before the first version; without it, the version before {@code to}
     * @param to without it, the newest
     */
    @GetMapping("/{section}/redline")
    SectionChanges redline(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        EngagementFacts engagement = sight.read(actor, new EngagementId(id));
        List<SectionVersion> all = versions.of(engagement.id(), part(engagement, section));
        int newest = all.isEmpty() ? 0 : all.get(0).version();
        int later = to == null ? newest : to;
        int earlier = from == null ? Math.max(0, later - 1) : from;
        List<RedlinePiece> pieces = Redline.between(text(all, earlier), text(all, later)).stream()
                .map(piece -> new RedlinePiece(piece.kind().word(), piece.text()))
                .toList();
        return new SectionChanges(section, earlier, later, pieces);
    }

    private static String text(List<SectionVersion> all, int number) {
        return number == 0
                ? ""
                : all.stream()
                        .filter(version -> version.version() == number)
                        .findFirst()
                        .map(SectionVersion::text)
                        .orElseThrow(() -> new NotFound("There is no version " + number + " of this section"));
    }

    private static Section part(EngagementFacts engagement, String key) {
        Section section = Section.named(key);
        if (!section.isPartOf(engagement.byObjectives())) {
            throw new NotFound("The description of this engagement has no section '" + key + "'");
        }
        return section;
    }
}
