package io.tickmark.evidence;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What was found in a document, as far as its reader may know of it: a finding about another document was made with the
 * giver's rights, and names that document and its request; one about a sample names the populations it is drawn from.
 */
@Component
class SeenFindings {

    private static final String UNNAMED = "It is like a document that was given before and that is not yours to see.";

    private final Intake intake;
    private final DocumentRepository documents;
    private final DocumentSight sight;
    private final RequestRepository requests;
    private final RequestSight requestSight;
    private final People people;

    SeenFindings(
            Intake intake,
            DocumentRepository documents,
            DocumentSight sight,
            RequestRepository requests,
            RequestSight requestSight,
            People people) {
        this.intake = intake;
        this.documents = documents;
        this.sight = sight;
        this.requests = requests;
        this.requestSight = requestSight;
        this.people = people;
    }

    /** Looks the other documents up at once; nothing where there is none. */
    Function<Document, List<Finding>> by(Actor reader, Collection<Document> shown) {
        Map<Document, List<Finding>> findings = found(shown);
        Set<UUID> others = new HashSet<>();
        findings.forEach((document, found) -> {
            if (!reader.id().equals(document.uploadedBy())) {
                found.stream().map(Finding::document).filter(Objects::nonNull).forEach(others::add);
            }
        });
        // what stands beside it is seen
        shown.forEach(document -> others.remove(document.id()));
        Set<UUID> hidden = new HashSet<>(others);
        if (!others.isEmpty()) {
            documents.findByIdIn(others).stream()
                    .collect(groupingBy(Document::engagement))
                    .forEach((engagement, some) ->
                            sight.seen(reader, engagement, some).forEach(document -> hidden.remove(document.id())));
        }
        Map<UUID, String> unnamed = unnamed(reader, findings.keySet(), findings);
        return document -> findings.getOrDefault(document, List.of()).stream()
                .map(finding -> isAbout(finding, hidden) ? finding.unnamed(UNNAMED) : finding.told(unnamed))
                .toList();
    }

    /** For those who have given them: it was with their rights that other documents were looked at. */
    Function<Document, List<Finding>> byGivers(Collection<Document> given) {
        Map<Document, List<Finding>> findings = found(given);
        Map<Optional<PersonId>, List<Document>> ofGivers = findings.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(finding -> finding.requests() != null))
                .map(Map.Entry::getKey)
                .collect(groupingBy(document -> Optional.ofNullable(document.uploadedBy())));
        Map<Document, Map<UUID, String>> unnamed = new HashMap<>();
        ofGivers.forEach((giver, theirs) -> giver.flatMap(people::person).ifPresent(person -> {
            Map<UUID, String> hidden = unnamed(person, theirs, findings);
            theirs.forEach(document -> unnamed.put(document, hidden));
        }));
        return document -> findings.getOrDefault(document, List.of()).stream()
                .map(finding -> finding.told(unnamed.getOrDefault(document, Map.of())))
                .toList();
    }

    private Map<Document, List<Finding>> found(Collection<Document> shown) {
        Map<Document, List<Finding>> findings = new LinkedHashMap<>();
        shown.forEach(document -> findings.put(document, intake.of(document)));
        return findings;
    }

    /** The references of those requests that findings name and that the reader may not know of. */
    private Map<UUID, String> unnamed(Actor reader, Collection<Document> about, Map<Document, List<Finding>> findings) {
        Map<UUID, String> unnamed = new HashMap<>();
        about.stream().collect(groupingBy(Document::engagement)).forEach((engagement, shown) -> {
            Set<UUID> named = new HashSet<>();
            shown.stream()
                    .flatMap(document -> findings.getOrDefault(document, List.of()).stream())
                    .map(Finding::requests)
                    .filter(Objects::nonNull)
                    .forEach(named::addAll);
            Set<UUID> hidden = requestSight.hidden(reader, engagement, named);
            if (!hidden.isEmpty()) {
                requests.findByIdIn(hidden).forEach(request -> unnamed.put(request.id(), request.reference()));
            }
        });
        return unnamed;
    }

    private static boolean isAbout(Finding finding, Set<UUID> hidden) {
        UUID other = finding.document();
        return other != null && hidden.contains(other);
    }
}
