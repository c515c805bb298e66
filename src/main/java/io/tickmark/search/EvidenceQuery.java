package io.tickmark.search;

import io.tickmark.evidence.EvidenceReach;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterEncoder;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterOptionsStep;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesCollector;
import org.hibernate.search.engine.search.predicate.dsl.SimpleQueryFlag;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/** Asks the index one question with one person's rights. */
final class EvidenceQuery {

    static final List<String> FACETS = List.of("client", "engagement", "control", "kind", "contentType", "state");

    private static final int LONGEST_FACET = 20;
    private static final int FRAGMENTS = 3;
    private static final int LONGEST_NAME = 300;
    private static final int PATIENCE_SECONDS = 10;

    private final EvidenceIndex index;
    private final Question question;
    private final EvidenceReach reach;

    EvidenceQuery(EvidenceIndex index, Question question, EvidenceReach reach) {
        this.index = index;
        this.question = question;
        this.reach = reach;
    }

    /**
     * A document that fits.
     *
     * @param name with the words marked, as HTML; empty where no word is in it
     * @param details pieces of what the file says of itself, likewise
     * @param text pieces of the text, likewise
     */
    record Hit(UUID id, List<String> name, List<String> details, List<String> text) {}

    /** @param facets how many fit for each value, by facet; empty where not asked for */
    record Found(List<Hit> hits, long total, Map<String, Map<String, Long>> facets) {}

    Found ask(int offset, int limit, boolean withFacets) {
        try (SearchSession session = index.session()) {
            var options = session.search(index.scope())
                    .select(p -> p.composite()
                            .from(
                                    p.id(String.class),
                                    p.highlight("name").highlighter("name"),
                                    p.highlight("details").highlighter("details"),
                                    p.highlight("text").highlighter("text"))
                            .asList(EvidenceQuery::hit))
                    .where(predicate())
                    // not the fast one: for every hit and field it looks through all words of the index that begin so
                    .highlighter("text", h -> marked(h.unified()))
                    .highlighter("details", h -> marked(h.plain()).fragmentSize(Highlights.FRAGMENT))
                    .highlighter("name", h -> marked(h.plain()).fragmentSize(LONGEST_NAME))
                    .sort(s -> question.hasWords()
                            ? s.score().then().field("received").desc()
                            : s.field("received").desc())
                    .failAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<String, AggregationKey<Map<String, Long>>> keys = new LinkedHashMap<>();
            if (withFacets) {
                for (String facet : FACETS) {
                    AggregationKey<Map<String, Long>> key = AggregationKey.of(facet);
                    keys.put(facet, key);
                    options = options.aggregation(
                            key,
                            a -> a.terms().field(field(facet), String.class).maxTermCount(LONGEST_FACET));
                }
            }
            SearchResult<Hit> result = options.fetch(offset, limit);
            Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
            keys.forEach((facet, key) -> facets.put(facet, result.aggregation(key)));
            return new Found(result.hits(), result.total().hitCount(), facets);
        }
    }

    private static <T extends HighlighterOptionsStep<T>> T marked(T highlighter) {
        return highlighter
                .encoder(HighlighterEncoder.HTML)
                .tag("<mark>", "</mark>")
                .numberOfFragments(FRAGMENTS)
                .orderByScore(true);
    }

    private static String field(String facet) {
        return facet.equals("control") ? "controls" : facet;
    }

    private static Hit hit(List<?> parts) {
        return new Hit(
                UUID.fromString(String.valueOf(parts.get(0))),
                Highlights.whole(parts.get(1)),
                Highlights.whole(parts.get(2)),
                Highlights.around(parts.get(3)));
    }

    private SearchPredicate predicate() {
        SearchPredicateFactory f = index.scope().predicate();
        return f.bool()
                .with(all -> {
                    all.must(words(f));
                    all.filter(RightsFilter.of(f, reach));
                    all.filter(f.and().with(both -> narrow(f, both)).toPredicate());
                })
                .toPredicate();
    }

    private SearchPredicate words(SearchPredicateFactory f) {
        return question.hasWords()
                ? f.simpleQueryString()
                        .field("name")
                        .boost(4)
                        .field("details")
                        .boost(2)
                        .field("text")
                        .matching(question.words())
                        .defaultOperator(BooleanOperator.AND)
                        .flags(SimpleQueryFlag.PHRASE, SimpleQueryFlag.PREFIX, SimpleQueryFlag.WHITESPACE)
                        .toPredicate()
                : f.matchAll().toPredicate();
    }

    private void narrow(SearchPredicateFactory f, SimpleBooleanPredicateClausesCollector<?, ?> both) {
        both.add(f.matchAll());
        is(f, both, "client", question.client());
        is(f, both, "engagement", question.engagement());
        is(f, both, "controls", question.control());
        is(f, both, "kind", question.kind());
        is(f, both, "contentType", question.contentType());
        is(f, both, "state", question.stateWord());
        LocalDate from = question.from();
        if (from != null) {
            both.add(f.range().field("received").atLeast(from));
        }
        LocalDate to = question.to();
        if (to != null) {
            both.add(f.range().field("received").atMost(to));
        }
        LocalDate coversFrom = question.coversFrom();
        if (coversFrom != null) {
            both.add(f.range().field("coversTo").atLeast(coversFrom));
        }
        LocalDate coversTo = question.coversTo();
        if (coversTo != null) {
            both.add(f.range().field("coversFrom").atMost(coversTo));
        }
    }

    private static void is(
            SearchPredicateFactory f,
            SimpleBooleanPredicateClausesCollector<?, ?> both,
            String field,
            @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            both.add(f.match().field(field).matching(value));
        }
    }
}
