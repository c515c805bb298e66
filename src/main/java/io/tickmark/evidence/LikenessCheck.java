package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether almost the same text was given before, under other bytes. A new version of the same file is none. */
@Component
@Order(6)
class LikenessCheck implements FitnessCheck {

    private static final int ALIKE = 85;

    private final Readings readings;
    private final DocumentRepository documents;
    private final EarlierDocument earlier;

    LikenessCheck(Readings readings, DocumentRepository documents, EarlierDocument earlier) {
        this.readings = readings;
        this.documents = documents;
        this.earlier = earlier;
    }

    @Override
    public List<Finding> look(Examined examined) {
        Contents contents = examined.read();
        Likeness likeness = contents == null ? null : Likeness.of(contents.text());
        if (likeness == null) {
            return List.of();
        }
        Document document = examined.document();
        Map<UUID, Likeness> met = readings.alike(document.client(), document.id(), likeness);
        List<Document> others = met.isEmpty()
                ? List.of()
                : documents.findByIdIn(met.keySet()).stream()
                        .filter(other -> !other.series().equals(document.series()))
                        .filter(other -> !other.stored()
                                .sha256()
                                .equals(document.stored().sha256()))
                        .filter(other -> percent(met, other, likeness) >= ALIKE)
                        .toList();
        return earlier.known(examined, others).stream()
                .findFirst()
                .map(other -> List.of(found(document, other, percent(met, other, likeness))))
                .orElse(List.of());
    }

    private static int percent(Map<UUID, Likeness> met, Document other, Likeness likeness) {
        Likeness theirs = met.get(other.id());
        return theirs == null ? 0 : theirs.percent(likeness);
    }

    private Finding found(Document document, Document other, int percent) {
        boolean here = other.engagement().equals(document.engagement());
        return Finding.info(
                        "near-duplicate",
                        "Its text is almost that of \"" + other.name() + "\" (about " + percent
                                + " of 100 parts), given on "
                                + LocalDate.ofInstant(other.uploadedAt(), ZoneOffset.UTC)
                                + (here ? earlier.where(document, other) : " in another audit")
                                + ". Is it the one that is asked for?")
                .about(other.id());
    }
}
