package io.tickmark.fieldwork;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A document that a workpaper rests on.
 *
 * @param sha256 of its bytes when it was cited, lower-case hex
 * @param workpaper true for what the auditor made, false for evidence that the client gave
 */
@Embeddable
public record CitedDocument(
        @Column(name = "document_id", nullable = false) UUID document,
        @Column(name = "document_name", nullable = false) String name,
        @Column(nullable = false) String sha256,
        boolean workpaper) {}
