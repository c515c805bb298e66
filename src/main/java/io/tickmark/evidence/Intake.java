package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.storage.NameAndType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a document as it comes in, and says what its giver should know while still there. */
@Component
class Intake {

    private final DocumentRepository documents;
    private final RequestRepository requests;
    private final DocumentSight sight;

    Intake(DocumentRepository documents, RequestRepository requests, DocumentSight sight) {
        this.documents = documents;
        this.requests = requests;
        this.sight = sight;
    }

    List<Finding> findings(Document document, Actor by) {
        List<Finding> findings = new ArrayList<>();
        if (document.stored().size() == 0) {
            findings.add(Finding.warning("empty-file", "The file is empty: it has 0 bytes."));
        } else if (!NameAndType.agree(document.name(), document.contentType())) {
            findings.add(Finding.warning(
                    "type-does-not-match-name",
                    "By its name this would be " + NameAndType.ofName(document.name()) + ", but by its content it is "
                            + document.contentType() + "."));
        }
        List<Document> same = documents.ofBytes(
                document.engagement().value(), document.stored().sha256());
        sight.seen(by, document.engagement(), same).stream()
                .findFirst()
                .ifPresent(earlier -> findings.add(sameBytes(document, earlier)));
        return findings;
    }

    private Finding sameBytes(Document document, Document earlier) {
        LocalDate day = LocalDate.ofInstant(earlier.uploadedAt(), ZoneOffset.UTC);
        return Finding.info(
                "same-bytes-given-before",
                "The same bytes were given before, as \"" + earlier.name() + "\" on " + day + where(document, earlier)
                        + ".");
    }

    private String where(Document document, Document earlier) {
        UUID request = earlier.request();
        if (request == null) {
            return Objects.equals(document.processInstance(), earlier.processInstance())
                    ? " here"
                    : " with another task";
        }
        return request.equals(document.request())
                ? " to this request"
                : requests.findById(request).map(r -> " to " + r.label()).orElse("");
    }
}
