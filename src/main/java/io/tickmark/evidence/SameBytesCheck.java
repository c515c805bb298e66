package io.tickmark.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Whether the same bytes were given before: here, to another request, or in another audit of the same client. */
@Component
@Order(5)
class SameBytesCheck implements FitnessCheck {

    private static final int LOOKED_AT = 20;

    private final DocumentRepository documents;
    private final EarlierDocument earlier;

    SameBytesCheck(DocumentRepository documents, EarlierDocument earlier) {
        this.documents = documents;
        this.earlier = earlier;
    }

    @Override
    public List<Finding> look(Examined examined) {
        Document document = examined.document();
        List<Document> same =
                documents.ofBytes(document.client().value(), document.stored().sha256(), Limit.of(LOOKED_AT));
        return earlier.known(examined, same).stream()
                .findFirst()
                .map(other -> List.of(found(document, other)))
                .orElse(List.of());
    }

    private Finding found(Document document, Document other) {
        if (other.engagement().equals(document.engagement())) {
            return Finding.info(
                            "same-bytes-given-before",
                            "The same bytes were given before, as \"" + other.name() + "\" on " + day(other)
                                    + earlier.where(document, other) + ".")
                    .about(other.id());
        }
        String before = "The same bytes were given in another audit, as \"" + other.name() + "\" on " + day(other);
        return (earlier.isOfAnEarlierPeriod(document, other)
                        ? Finding.warning(
                                "same-bytes-as-last-year",
                                before
                                        + ", before the period that they are evidence for now began. Is it the right file?")
                        : Finding.info("same-bytes-given-before", before + "."))
                .about(other.id());
    }

    private static LocalDate day(Document document) {
        return LocalDate.ofInstant(document.uploadedAt(), ZoneOffset.UTC);
    }
}
