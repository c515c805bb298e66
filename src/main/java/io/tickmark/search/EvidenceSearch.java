package io.tickmark.search;

import io.tickmark.engagement.Engagements;
import io.tickmark.evidence.DocumentFacts;
import io.tickmark.evidence.EvidenceReach;
import io.tickmark.evidence.EvidenceSight;
import io.tickmark.evidence.EvidenceSight.Seen;
import io.tickmark.identity.Client;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Unavailable;
import io.tickmark.web.Cursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Searches with a person's rights. They are part of the query, so that nothing is counted that the person may not see,
 * and each document is looked at again in the database before it is answered, so that an index that lags tells nothing.
 */
@Component
class EvidenceSearch {

    private final IndexWork work;
    private final EvidenceSight sight;
    private final Engagements engagements;
    private final Clients clients;

    EvidenceSearch(IndexWork work, EvidenceSight sight, Engagements engagements, Clients clients) {
        this.work = work;
        this.sight = sight;
        this.engagements = engagements;
        this.clients = clients;
    }

    /** @param offset how many come before the first one */
    SearchAnswer find(Actor actor, Question question, int offset, int limit) {
        question.check();
        IndexWork.Current current = work.current();
        EvidenceReach reach = sight.reach(actor);
        EvidenceQuery.Found found = ask(current, question, reach, offset, limit);
        List<UUID> ids = found.hits().stream().map(EvidenceQuery.Hit::id).toList();
        Map<UUID, Seen> seen = sight.seen(reach, ids);
        // where one of them may not be seen any more, what was counted is as old as that
        boolean complete = current.complete() && seen.size() == ids.size();
        Map<EngagementId, String> titles = titles(seen, found);
        List<SearchAnswer.Item> items = new ArrayList<>();
        for (EvidenceQuery.Hit hit : found.hits()) {
            Seen document = seen.get(hit.id());
            if (document != null) {
                items.add(item(hit, document, titles));
            }
        }
        boolean more = offset + limit < found.total() && offset + limit <= SearchApi.DEEPEST;
        return new SearchAnswer(
                items,
                more ? Cursor.at(offset + limit).text() : null,
                complete ? (Long) found.total() : null,
                complete ? facets(found, titles) : Map.of(),
                complete);
    }

    private EvidenceQuery.Found ask(
            IndexWork.Current current, Question question, EvidenceReach reach, int offset, int limit) {
        try {
            return new EvidenceQuery(current.index(), question, reach)
                    .ask(offset, limit, offset == 0 && current.complete());
        } catch (SearchTimeoutException slow) {
            throw new Unavailable("The search took too long; narrow it, or try again.", slow);
        } catch (SearchException damaged) {
            work.distrust();
            throw new Unavailable("The search index is damaged and made anew; search again in a moment.", damaged);
        }
    }

    private Map<EngagementId, String> titles(Map<UUID, Seen> seen, EvidenceQuery.Found found) {
        Set<EngagementId> named = new HashSet<>();
        seen.values().forEach(document -> named.add(document.facts().engagement()));
        found.facets().getOrDefault("engagement", Map.of()).keySet().forEach(id -> named.add(EngagementId.of(id)));
        return engagements.titles(named);
    }

    private static SearchAnswer.Item item(EvidenceQuery.Hit hit, Seen document, Map<EngagementId, String> titles) {
        DocumentFacts facts = document.facts();
        return new SearchAnswer.Item(
                facts.id(),
                facts.name(),
                document.client().value(),
                facts.engagement().value(),
                titles.getOrDefault(facts.engagement(), ""),
                facts.request(),
                document.reference(),
                document.requestTitle(),
                facts.contentType(),
                facts.size(),
                facts.state().word(),
                facts.uploadedAt(),
                facts.version(),
                facts.coversFrom(),
                facts.coversTo(),
                new SearchAnswer.Highlights(hit.name(), hit.details(), hit.text()),
                "/api/documents/" + facts.id() + "/content");
    }

    private Map<String, List<SearchAnswer.Facet>> facets(EvidenceQuery.Found found, Map<EngagementId, String> titles) {
        Map<String, List<SearchAnswer.Facet>> facets = new LinkedHashMap<>();
        found.facets()
                .forEach((facet, values) -> facets.put(
                        facet,
                        values.entrySet().stream()
                                .map(value -> new SearchAnswer.Facet(
                                        value.getKey(), label(facet, value.getKey(), titles), value.getValue()))
                                .toList()));
        return facets;
    }

    private String label(String facet, String value, Map<EngagementId, String> titles) {
        @Nullable
        String label =
                switch (facet) {
                    case "client" ->
                        clients.find(ClientId.of(value)).map(Client::name).orElse(null);
                    case "engagement" -> titles.get(EngagementId.of(value));
                    default -> value;
                };
        return label == null ? value : label;
    }
}
