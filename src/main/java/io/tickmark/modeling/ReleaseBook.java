package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.CheckedModels;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes releases down, puts them live, and tells the trail; whoever calls holds the lock on the live bundle. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReleaseBook {

    private final ReleaseRepository releases;
    private final ReleaseFiles files;
    private final ReleaseTrail trail;
    private final Bundles bundles;
    private final JsonMapper json;
    private final Clock clock;

    ReleaseBook(
            ReleaseRepository releases,
            ReleaseFiles files,
            ReleaseTrail trail,
            Bundles bundles,
            JsonMapper json,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.trail = trail;
        this.bundles = bundles;
        this.json = json;
        this.clock = clock;
    }

    /** @param by null for the product */
    Release enter(Draft draft, List<Finding> findings, @Nullable Actor by) {
        Release release = releases.saveAndFlush(
                new Release(releases.lastNumber() + 1, draft, by, json.writeValueAsString(findings), clock.instant()));
        files.keep(release.id(), draft.changes());
        trail.submitted(release, draft, findings, by);
        return release;
    }

    /**
     * Deploys the whole set, and moves the release that was live aside.
     *
     * @param by null where the product replaces its own models
     */
    void putLive(Release release, CheckedModels whole, @Nullable Actor by) {
        String before = release.baseBundle();
        String bundle = bundles.goLive("release-" + release.number(), whole);
        if (before != null) {
            releases.findByBundleId(before).ifPresent(Release::replaced);
        }
        release.wentLive(bundle, by, clock.instant());
        trail.wentLive(release, by);
    }

    void supersede(Release release, @Nullable Actor by) {
        release.superseded();
        trail.superseded(release, by);
    }

    List<Finding> findings(Release release) {
        return json.readValue(release.findings(), new TypeReference<>() {});
    }
}
