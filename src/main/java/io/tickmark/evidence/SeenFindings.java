package io.tickmark.evidence;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.kernel.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What was found in a document, as far as its reader may know of it: a finding about another document was made with the
 * giver's rights, and names that document and its request.
 */
@Component
class SeenFindings {

    private static final String UNNAMED = "It is like a document that was given before and that is not yours to see.";

    private final Intake intake;
    private final DocumentRepository documents;
    private final DocumentSight sight;

    SeenFindings(Intake intake, DocumentRepository documents, DocumentSight sight) {
        this.intake = intake;
        this.documents = documents;
        this.sight = sight;
    }

    /** Looks the other documents up at once; nothing where there is none. */
    Function<Document, List<Finding>> by(Actor reader, Collection<Document> shown) {
        Map<Document, List<Finding>> findings = new HashMap<>();
        Set<UUID> others = new HashSet<>();
        for (Document document : shown) {
            List<Finding> found = intake.of(document);
            findings.put(document, found);
            if (!reader.id().equals(document.uploadedBy())) {
                found.stream().map(Finding::document).filter(Objects::nonNull).forEach(others::add);
            }
        }
        // what stands beside it is seen
        shown.forEach(document -> others.remove(document.id()));
        Set<UUID> hidden = new HashSet<>(others);
        if (!others.isEmpty()) {
            documents.findByIdIn(others).stream()
                    .collect(groupingBy(Document::engagement))
                    .forEach((engagement, some) ->
                            sight.seen(reader, engagement, some).forEach(document -> hidden.remove(document.id())));
        }
        return document -> findings.getOrDefault(document, List.of()).stream()
                .map(finding -> isAbout(finding, hidden) ? finding.unnamed(UNNAMED) : finding)
                .toList();
    }

    private static boolean isAbout(Finding finding, Set<UUID> hidden) {
        UUID other = finding.document();
        return other != null && hidden.contains(other);
    }
}
