package io.tickmark.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a confidential request names this person; for queries, rows are written by {@link RequestReaders}. */
@Entity
@IdClass(RequestReader.Key.class)
class RequestReader {

    @Id
    private @Nullable UUID requestId;

    @Id
    private @Nullable UUID personId;

    /** For JPA. */
    protected RequestReader() {}

    /** For JPA. */
    record Key(UUID requestId, UUID personId) implements Serializable {}
}
