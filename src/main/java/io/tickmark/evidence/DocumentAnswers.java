package io.tickmark.evidence;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns documents into answers; however many they are, their people are looked up at once. */
@Component
class DocumentAnswers {

    private final People people;
    private final SeenFindings seen;

    DocumentAnswers(People people, SeenFindings seen) {
        this.people = people;
        this.seen = seen;
    }

    /** For a person who may see them; what was found is told as far as this person may see what it is about. */
    List<DocumentAnswer> of(Actor reader, Collection<Document> documents) {
        return answers(documents, seen.by(reader, documents));
    }

    /** For those who have just given them: it was with their rights that others were looked at. */
    List<DocumentAnswer> ofGiver(Collection<Document> documents) {
        return answers(documents, seen.byGivers(documents));
    }

    private List<DocumentAnswer> answers(Collection<Document> documents, Function<Document, List<Finding>> findings) {
        List<PersonId> ids =
                documents.stream().flatMap(DocumentAnswers::people).distinct().toList();
        Map<PersonId, Actor> known = people.persons(ids);
        return documents.stream()
                .map(document -> answer(document, findings.apply(document), known))
                .toList();
    }

    private static Stream<PersonId> people(Document document) {
        Purge purge = document.purge();
        return Stream.concat(Stream.ofNullable(document.uploadedBy()), purge == null ? Stream.empty() : purge.people());
    }

    private static DocumentAnswer answer(Document document, List<Finding> findings, Map<PersonId, Actor> people) {
        DocumentFacts facts = document.facts();
        Actor uploader = people.get(document.uploadedBy());
        Collected collected = document.collected();
        Purge purge = document.purge();
        return new DocumentAnswer(
                facts.id(),
                facts.name(),
                facts.size(),
                facts.contentType(),
                facts.sha256(),
                facts.state().word(),
                findings,
                document.malware().word(),
                facts.engagement().value(),
                facts.request(),
                facts.madeBy().word(),
                uploader == null ? null : uploader.username(),
                facts.uploadedAt(),
                facts.version(),
                facts.coversFrom(),
                facts.coversTo(),
                collected == null ? null : collected.told(),
                purge == null ? null : purge.told(people),
                document.restsOnAnother()
                        ? new DocumentAnswer.SameAs(
                                document.key().engagement().value(),
                                document.key().document())
                        : null,
                facts.id(),
                DocumentAnswer.endpoint(facts.id()),
                Map.of("fileName", facts.name(), "contentType", facts.contentType()));
    }
}
