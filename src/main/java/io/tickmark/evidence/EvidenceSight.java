package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person may see of the evidence in all engagements at once, as the database has it now. */
@Component
@Transactional(readOnly = true)
public class EvidenceSight {

    private final SearchableEvidence evidence;
    private final DocumentRepository documents;
    private final Team team;

    EvidenceSight(SearchableEvidence evidence, DocumentRepository documents, Team team) {
        this.evidence = evidence;
        this.documents = documents;
        this.team = team;
    }

    /** What the person may see as of now. */
    public EvidenceReach reach(Actor actor) {
        Team.Standing standing = team.standing(actor);
        if (actor.ofTheFirm()) {
            return new EvidenceReach(
                    actor.id(),
                    null,
                    standing.byFunction(),
                    standing.roles().keySet(),
                    standing.inside(),
                    Set.of(),
                    Set.of(),
                    with(standing, Roles.AUDIT_SIDE::contains));
        }
        Set<EngagementId> leads = with(standing, Set.of(Roles.SPONSOR, Roles.COMPLIANCE)::contains);
        Set<EngagementId> all = new HashSet<>(leads);
        all.addAll(with(standing, Roles.PROJECT_MANAGER::equals));
        return new EvidenceReach(
                actor.id(),
                actor.client(),
                standing.byFunction(),
                standing.roles().keySet(),
                all,
                leads,
                with(standing, Roles.CONTROL_OWNER::equals),
                Set.of());
    }

    private static Set<EngagementId> with(Team.Standing standing, Predicate<String> role) {
        Set<EngagementId> found = new HashSet<>();
        standing.roles().forEach((engagement, roles) -> {
            if (roles.stream().anyMatch(role)) {
                found.add(engagement);
            }
        });
        return found;
    }

    /**
     * A document that may be shown.
     *
     * @param reference of its request, and its title; null where the person may not know of the request
     */
    public record Seen(
            DocumentFacts facts,
            ClientId client,
            @Nullable String reference,
            @Nullable String requestTitle) {}

    /** Those of the documents that the person may see; the statements do not grow with them. */
    public Map<UUID, Seen> seen(EvidenceReach reach, Collection<UUID> ids) {
        Map<UUID, Seen> seen = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return seen;
        }
        Map<UUID, DocumentFacts> facts = documents.findByIdIn(ids).stream()
                .map(Document::facts)
                .collect(Collectors.toMap(DocumentFacts::id, one -> one));
        for (SearchableDocument document : evidence.outlines(ids)) {
            DocumentFacts known = facts.get(document.id());
            if (known != null && reach.sees(document)) {
                boolean named = reach.seesRequest(document);
                seen.put(
                        document.id(),
                        new Seen(
                                known,
                                document.client(),
                                named ? document.reference() : null,
                                named ? document.requestTitle() : null));
            }
        }
        return seen;
    }
}
