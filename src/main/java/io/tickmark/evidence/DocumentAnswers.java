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

/** Turns documents into answers; however many they are, their people are looked up at once. */
@Component
class DocumentAnswers {

    private final People people;
    private final Intake intake;

    DocumentAnswers(People people, Intake intake) {
        this.people = people;
        this.intake = intake;
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
                intake.of(document),
                document.malware().word(),
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
