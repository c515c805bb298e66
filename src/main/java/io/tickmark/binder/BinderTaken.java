package io.tickmark.binder;

import io.tickmark.binder.BinderContents.Contents;
import io.tickmark.evidence.EvidenceFolders;
import io.tickmark.evidence.EvidenceFolders.Folder;
import io.tickmark.evidence.EvidenceFolders.Folders;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.kernel.Actor;
import io.tickmark.trail.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts into the trail who took what along, and beside each document who was handed it, before it goes out. */
@Component
class BinderTaken {

    private final EvidenceFolders evidence;
    private final Trail trail;

    BinderTaken(EvidenceFolders evidence, Trail trail) {
        this.evidence = evidence;
        this.trail = trail;
    }

    @Transactional
    public void record(Contents asked) {
        Actor by = asked.by();
        Folders taken = asked.folders();
        List<String> requests = taken.folders().stream()
                .map(Folder::request)
                .filter(Objects::nonNull)
                .map(RequestFacts::reference)
                .toList();
        int documents =
                taken.folders().stream().mapToInt(f -> f.documents().size()).sum();
        evidence.handedOut(by, taken);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("requests", requests);
        facts.put("documents", documents);
        if (!asked.papers().isEmpty()) {
            facts.put("workpapers", asked.papers().size());
        }
        trail.record(taken.engagement(), "binder-taken", by, facts);
    }
}
