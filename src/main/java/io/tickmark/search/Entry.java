package io.tickmark.search;

import io.tickmark.evidence.SearchableDocument;
import io.tickmark.kernel.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.TermVector;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/** A document as it stands in the index. Whoever changes a field raises {@link IndexFolder#SCHEMA}. */
@SearchEntity
@Indexed(index = "evidence")
@SuppressWarnings("UnusedVariable") // Hibernate Search reads them
final class Entry {

    /** In place of an owner: the request is nobody's in particular. */
    static final String NOBODY = "nobody";

    @DocumentId
    private final String id;

    @FullTextField(analyzer = EntryAnalysis.WORDS, projectable = Projectable.YES, highlightable = Highlightable.PLAIN)
    private final String name;

    @FullTextField(analyzer = EntryAnalysis.WORDS, projectable = Projectable.YES, highlightable = Highlightable.PLAIN)
    private final String details;

    @FullTextField(
            analyzer = EntryAnalysis.WORDS,
            projectable = Projectable.YES,
            termVector = TermVector.WITH_POSITIONS_OFFSETS,
            highlightable = Highlightable.UNIFIED)
    private final String text;

    @KeywordField(aggregable = Aggregable.YES)
    private final String client;

    @KeywordField(aggregable = Aggregable.YES)
    private final String engagement;

    @KeywordField(aggregable = Aggregable.YES)
    private final List<String> controls;

    @KeywordField(aggregable = Aggregable.YES)
    private final @Nullable String kind;

    @KeywordField(aggregable = Aggregable.YES)
    private final String contentType;

    @KeywordField(aggregable = Aggregable.YES)
    private final String state;

    @GenericField(sortable = Sortable.YES)
    private final LocalDate received;

    @GenericField
    private final LocalDate coversFrom;

    @GenericField
    private final LocalDate coversTo;

    @KeywordField
    private final String audience;

    @KeywordField
    private final @Nullable String giver;

    @KeywordField
    private final @Nullable String owner;

    @KeywordField
    private final List<String> readers;

    @GenericField
    private final boolean released;

    @GenericField
    private final boolean confidential;

    Entry(SearchableDocument document, String text) {
        this.id = document.id().toString();
        this.name = document.name();
        this.details = String.join("\n", document.details());
        this.text = text;
        this.client = document.client().toString();
        this.engagement = document.engagement().toString();
        this.controls = document.controls();
        this.kind = document.kind();
        this.contentType = document.contentType();
        this.state = document.state();
        this.received = document.received();
        this.coversFrom = Objects.requireNonNullElse(document.coversFrom(), document.received());
        this.coversTo = Objects.requireNonNullElse(document.coversTo(), document.received());
        this.audience = document.audience().name();
        PersonId by = document.uploadedBy();
        this.giver = by == null ? null : by.toString();
        PersonId whose = document.owner();
        this.owner = document.request() == null ? null : whose == null ? NOBODY : whose.toString();
        this.readers = document.readers().stream().map(PersonId::toString).toList();
        this.released = document.released();
        this.confidential = document.confidential();
    }
}
