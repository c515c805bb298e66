package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Sha256;
import io.tickmark.modelcheck.Severity;
import io.tickmark.trail.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens to releases, told to the firm's trail. */
@Component
class ReleaseTrail {

    private final Trail trail;

    ReleaseTrail(Trail trail) {
        this.trail = trail;
    }

    /** @param by null for the product, whose release is offered rather than submitted */
    void submitted(Release release, Draft draft, List<Finding> findings, @Nullable Actor by) {
        Map<String, @Nullable Object> facts = facts(release);
        facts.put("note", release.note());
        facts.put("cameFrom", release.cameFrom());
        facts.put("baseBundle", release.baseBundle());
        facts.put("files", draft.changes().stream().map(ReleaseTrail::file).toList());
        facts.put("errors", count(findings, Severity.ERROR));
        facts.put("warnings", count(findings, Severity.WARNING));
        trail.recordFirm(by == null ? "release-offered" : "release-submitted", by, facts);
    }

    /** @param by who approved it, or null where the product replaced its own models */
    void wentLive(Release release, @Nullable Actor by) {
        if (by != null) {
            Map<String, @Nullable Object> facts = facts(release);
            facts.put("submittedBy", release.submitter());
            trail.recordFirm("release-approved", by, facts);
        }
        Map<String, @Nullable Object> facts = facts(release);
        facts.put("bundle", release.bundle());
        facts.put("replacedBundle", release.baseBundle());
        facts.put("product", release.product());
        trail.recordFirm("release-went-live", null, facts);
    }

    void rejected(Release release, Actor by) {
        Map<String, @Nullable Object> facts = facts(release);
        facts.put("submittedBy", release.submitter());
        facts.put("reason", release.reason());
        trail.recordFirm("release-rejected", by, facts);
    }

    void withdrawn(Release release, Actor by) {
        trail.recordFirm("release-withdrawn", by, facts(release));
    }

    /** @param by null where a newer version of the product takes the place of an older one's offer */
    void superseded(Release release, @Nullable Actor by) {
        trail.recordFirm("release-superseded", by, facts(release));
    }

    private static Map<String, @Nullable Object> facts(Release release) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("release", release.id());
        facts.put("number", release.number());
        return facts;
    }

    private static Map<String, @Nullable Object> file(FileChange change) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        byte[] content = change.content();
        file.put("name", change.name());
        file.put("change", change.kind().word());
        file.put("sha256", content == null ? null : Sha256.hex(content));
        return file;
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream().filter(f -> f.severity() == severity).count();
    }
}
