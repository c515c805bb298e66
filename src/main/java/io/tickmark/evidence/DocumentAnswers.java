package io.tickmark.evidence;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns documents into answers; however many they are, their people are looked up at once. */
@Component
class DocumentAnswers {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final People people;
    private final JsonMapper json;

    DocumentAnswers(People people, JsonMapper json) {
        this.people = people;
        this.json = json;
    }

    List<DocumentAnswer> of(Collection<Document> documents) {
        List<PersonId> ids = documents.stream()
                .map(Document::uploadedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<PersonId, Actor> known = people.persons(ids);
        return documents.stream()
                .map(document -> answer(document, known.get(document.uploadedBy())))
                .toList();
    }

    private DocumentAnswer answer(Document document, @Nullable Actor uploader) {
        DocumentFacts facts = document.facts();
        return new DocumentAnswer(
                facts.id(),
                facts.name(),
                facts.size(),
                facts.contentType(),
                facts.sha256(),
                facts.state().word(),
                json.readValue(document.findings(), FINDINGS),
                facts.engagement().value(),
                facts.request(),
                facts.madeBy().word(),
                uploader == null ? null : uploader.username(),
                facts.uploadedAt(),
                facts.version(),
                facts.coversFrom(),
                facts.coversTo(),
                facts.id(),
                DocumentAnswer.endpoint(facts.id()),
                Map.of("fileName", facts.name(), "contentType", facts.contentType()));
    }
}
