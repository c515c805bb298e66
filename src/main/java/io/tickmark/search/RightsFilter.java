package io.tickmark.search;

import io.tickmark.evidence.Audience;
import io.tickmark.evidence.EvidenceReach;
import io.tickmark.kernel.EngagementId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesCollector;

/** What a person may see, as a part of every query: what is counted is counted inside of it. A test holds it to {@link EvidenceReach}. */
final class RightsFilter {

    private static final String ENGAGEMENT = "engagement";
    private static final String AUDIENCE = "audience";

    private final SearchPredicateFactory f;
    private final EvidenceReach reach;
    private final String me;

    private RightsFilter(SearchPredicateFactory f, EvidenceReach reach) {
        this.f = f;
        this.reach = reach;
        this.me = reach.person().toString();
    }

    static SearchPredicate of(SearchPredicateFactory f, EvidenceReach reach) {
        RightsFilter rights = new RightsFilter(f, reach);
        return reach.ofTheFirm() ? rights.firm() : rights.client();
    }

    private SearchPredicate firm() {
        SearchPredicate released = is("released", true);
        return f.or().with(any -> {
                    // an alternative that is never there: without one, everything would be
                    any.add(f.matchNone());
                    if (reach.everywhere()) {
                        any.add(f.and(released, is("confidential", false)));
                    } else {
                        any.add(f.and(released, is("confidential", false), within(reach.all())));
                        any.add(f.and(is("giver", me), is("confidential", false), within(others())));
                    }
                    any.add(f.and(released, is("confidential", true), within(reach.audits())));
                })
                .toPredicate();
    }

    private Set<EngagementId> others() {
        return reach.known().stream()
                .filter(engagement -> !reach.all().contains(engagement))
                .collect(Collectors.toSet());
    }

    private SearchPredicate client() {
        String client = String.valueOf(reach.client());
        SearchPredicate open = f.or().with(this::seen).toPredicate();
        SearchPredicate named = f.and(
                        is("confidential", true),
                        is(AUDIENCE, Audience.REQUEST.name()),
                        f.or(seesRequests(), f.and(is("giver", me), known()).toPredicate())
                                .toPredicate(),
                        f.or(is("owner", me), is("readers", me)).toPredicate())
                .toPredicate();
        return f.and(
                        is("client", client),
                        f.or(f.and(is("confidential", false), open).toPredicate(), named)
                                .toPredicate())
                .toPredicate();
    }

    private void seen(SimpleBooleanPredicateClausesCollector<?, ?> any) {
        SearchPredicate forRequest = is(AUDIENCE, Audience.REQUEST.name());
        SearchPredicate forLeads = is(AUDIENCE, Audience.LEADS.name());
        any.add(f.matchNone());
        any.add(f.and(is("giver", me), known()));
        if (reach.everywhere()) {
            any.add(forRequest);
            any.add(forLeads);
            return;
        }
        any.add(f.and(forRequest, within(reach.all())));
        any.add(f.and(forLeads, within(reach.leads())));
        SearchPredicate own = f.or(is("owner", me), is("owner", Entry.NOBODY)).toPredicate();
        any.add(f.and(forRequest, own, within(reach.owns())));
    }

    private SearchPredicate seesRequests() {
        Set<EngagementId> some = new HashSet<>(reach.all());
        some.addAll(reach.owns());
        return reach.everywhere() ? f.matchAll().toPredicate() : within(some);
    }

    private SearchPredicate known() {
        return reach.everywhere() ? f.matchAll().toPredicate() : within(reach.known());
    }

    private SearchPredicate within(Collection<EngagementId> engagements) {
        return engagements.isEmpty()
                ? f.matchNone().toPredicate()
                : f.terms()
                        .field(ENGAGEMENT)
                        .matchingAny(
                                engagements.stream().map(EngagementId::toString).toList())
                        .toPredicate();
    }

    private SearchPredicate is(String field, Object value) {
        return f.match().field(field).matching(value).toPredicate();
    }
}
