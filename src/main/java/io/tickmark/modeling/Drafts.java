package io.tickmark.modeling;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.workflow.Bundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes what was sent to a whole set: from the live one, or from an earlier release where the owner says so. */
@Component
class Drafts {

    private final Bundles bundles;
    private final ReleaseRepository releases;
    private final ReleaseFiles files;

    Drafts(Bundles bundles, ReleaseRepository releases, ReleaseFiles files) {
        this.bundles = bundles;
        this.releases = releases;
        this.files = files;
    }

    /** Where a submission starts: what it holds before the files that were sent, and of which product. */
    private record Start(ModelSet models, String product, List<FileChange> conflicts) {}

    /** Throws {@link Conflict} when nothing differs from the live set, {@link Refused} where a name cannot be taken. */
    Draft complete(Submission sent) {
        String live = bundles.live();
        ModelSet base = ModelSet.ofBundle(bundles.files(live));
        Start start = start(sent.from(), live, base);
        ModelSet whole = start.models();
        for (Map.Entry<String, byte[]> file : sent.files().entrySet()) {
            mustNotDifferInCapitals(file.getKey(), whole);
            whole = whole.with(file.getKey(), file.getValue());
        }
        for (String name : sent.removed()) {
            mustBeTheFirmsOwn(name, whole, start.product());
            whole = whole.with(name, (byte[]) null);
        }
        List<FileChange> changes = new ArrayList<>(whole.changesFrom(base));
        if (changes.isEmpty() && start.conflicts().isEmpty()) {
            throw new Conflict("These models are the same as the live ones: there is nothing to release.");
        }
        return new Draft(live, whole, changes, start.product(), sent.from(), sent.note());
    }

    /** The conflicts of the product's release that these files leave as they are. */
    List<String> undecided(Submission sent) {
        if (sent.from() == null) {
            return List.of();
        }
        return files.of(sent.from()).stream()
                .filter(change -> change.kind() == ChangeKind.CONFLICT)
                .map(FileChange::name)
                .filter(name ->
                        !sent.files().containsKey(name) && !sent.removed().contains(name))
                .toList();
    }

    private Start start(@Nullable UUID from, String live, ModelSet base) {
        String product = releases.findByBundleId(live).orElseThrow().product();
        if (from == null) {
            return new Start(base, product, List.of());
        }
        Release earlier = releases.findById(from).orElseThrow(() -> new NotFound("There is no such release."));
        if (earlier.bundle() != null) {
            return new Start(ModelSet.ofBundle(bundles.files(earlier.bundle())), earlier.product(), List.of());
        }
        if (earlier.origin() == ReleaseOrigin.PRODUCT) {
            Merge merge = Merge.of(files.product(product), base, files.product(earlier.product()));
            return new Start(merge.merged(), earlier.product(), merge.conflicts());
        }
        return new Start(rebased(earlier, base), newer(earlier, product), List.of());
    }

    /** A release that took up the product's changes and is submitted again holds them still. */
    private String newer(Release earlier, String product) {
        Release taken = earlier.cameFrom() == null
                ? null
                : releases.findById(earlier.cameFrom()).orElse(null);
        return taken != null && taken.origin() == ReleaseOrigin.PRODUCT ? earlier.product() : product;
    }

    private ModelSet rebased(Release earlier, ModelSet base) {
        List<FileChange> changes = files.of(earlier.id());
        ModelSet before = earlier.baseBundle() == null ? base : ModelSet.ofBundle(bundles.files(earlier.baseBundle()));
        List<String> overlaps = changes.stream()
                .filter(change -> !ModelSet.same(base.file(change.name()), before.file(change.name())))
                .filter(change -> !ModelSet.same(base.file(change.name()), change.content()))
                .map(FileChange::name)
                .toList();
        if (!overlaps.isEmpty()) {
            throw new Conflict(
                    "Release " + earlier.number() + " cannot be completed anew: " + String.join(", ", overlaps)
                            + (overlaps.size() == 1 ? " was" : " were")
                            + " changed by a release that went live since. Take the live text, make the change in it, and submit"
                            + " that.");
        }
        return base.with(changes);
    }

    /** What the product brings is started by its code, except for forms: only the tasks that show them name those. */
    private void mustBeTheFirmsOwn(String name, ModelSet whole, String product) {
        if (!whole.has(name)) {
            throw new Refused("remove", "There is no model " + name + " to take out.");
        }
        if (!name.endsWith(".form") && files.product(product).has(name)) {
            throw new Refused(
                    "remove", name + " is the product's and started by it: change it, but it cannot be taken out.");
        }
    }

    private static void mustNotDifferInCapitals(String name, ModelSet whole) {
        String lower = name.toLowerCase(Locale.ROOT);
        whole.files().keySet().stream()
                .filter(there ->
                        !there.equals(name) && there.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst()
                .ifPresent(there -> {
                    throw new Refused("file", name + " differs from the model " + there + " only in capitals.");
                });
    }
}
