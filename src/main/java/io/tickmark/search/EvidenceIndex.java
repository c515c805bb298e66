package io.tickmark.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.util.Version;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** The index itself. It knows no database and no rights; what cannot be read or written throws. */
final class EvidenceIndex implements AutoCloseable {

    private static final String BACKEND = "hibernate.search.backend.";
    private static final String MAPPING = "hibernate.search.mapping.";

    private final CloseableSearchMapping mapping;
    private final SearchScope<Entry> scope;

    private EvidenceIndex(CloseableSearchMapping mapping) {
        this.mapping = mapping;
        this.scope = mapping.scope(Entry.class);
    }

    /** Opens what is in the folder and looks into it, so that damage is told now; one is made where nothing is. */
    static EvidenceIndex open(Path folder) {
        EvidenceIndex opened = make(folder);
        try (SearchSession session = opened.session()) {
            session.search(opened.scope).where(f -> f.matchAll()).fetchTotalHitCount();
            return opened;
        } catch (RuntimeException damaged) {
            opened.close();
            throw damaged;
        }
    }

    private static EvidenceIndex make(Path folder) {
        return new EvidenceIndex(SearchMapping.builder(AnnotatedTypeSource.fromClasses(Entry.class))
                // no jar is to be scanned: there is one class
                .property(MAPPING + "build_missing_discovered_jandex_indexes", false)
                .property(MAPPING + "discover_annotated_types_from_root_mapping_annotations", false)
                .property(BACKEND + "type", "lucene")
                .property(BACKEND + "lucene_version", Version.LATEST)
                .property(BACKEND + "directory.root", folder.toString())
                .property(BACKEND + "analysis.configurer", new EntryAnalysis())
                .property(BACKEND + "thread_pool.size", 2)
                .property(BACKEND + "indexing.queue_count", 1)
                .property(BACKEND + "io.writer.ram_buffer_size", 32)
                .build());
    }

    /** Puts these in, in place of what was there of them, and takes the others out; then they are found. */
    void put(List<Entry> entries, Collection<UUID> gone) {
        try (SearchSession session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.readSync())
                .build()) {
            entries.forEach(session.indexingPlan()::addOrUpdate);
            gone.forEach(id -> session.indexingPlan().purge(Entry.class, id.toString(), null));
        }
    }

    void empty() {
        scope.workspace().purge();
    }

    /** Writes the index anew without what was taken out: till then, its files have that too. */
    void erase() {
        scope.workspace().mergeSegments();
    }

    /** Returns when all that was put in is on disk. */
    void flush() {
        scope.workspace().flush();
    }

    SearchScope<Entry> scope() {
        return scope;
    }

    SearchSession session() {
        return mapping.createSession();
    }

    @Override
    public void close() {
        mapping.close();
    }
}
