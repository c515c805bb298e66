package io.tickmark.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The text of an edition as XHTML: what its PDF was made of, and what every other format is made of. Never changed. */
@Entity
class EditionText {

    @Id
    private UUID editionId;

    @Column(nullable = false, length = 1 << 24)
    private String markup;

    /** For JPA. */
    protected EditionText() {}

    EditionText(UUID edition, String markup) {
        this.editionId = edition;
        this.markup = markup;
    }

    String markup() {
        return markup;
    }
}
