package io.tickmark.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How names and texts are cut into words: {@code Users_2025-03.csv} is users, 2025, 03 and csv, accents and capitals do
 * not count. No stemming: evidence is of any language.
 */
final class EntryAnalysis implements LuceneAnalysisConfigurer {

    static final String WORDS = "words";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(WORDS)
                .custom()
                .tokenizer("standard")
                .tokenFilter("wordDelimiterGraph")
                .param("splitOnCaseChange", "0")
                .param("splitOnNumerics", "0")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding");
    }
}
