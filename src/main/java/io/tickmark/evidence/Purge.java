package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** That a file was given by mistake: one person says so, another agrees, and then it is gone. */
@Embeddable
class Purge {

    @Column(name = "purge_reason", length = 1 << 24)
    private @Nullable String reason;

    @Column(name = "purge_asked_by")
    private @Nullable UUID askedBy;

    @Column(name = "purge_asked_at")
    private @Nullable Instant askedAt;

    @Column(name = "purge_agreed_by")
    private @Nullable UUID agreedBy;

    @Column(name = "purge_agreed_at")
    private @Nullable Instant agreedAt;

    /** For JPA. */
    protected Purge() {}

    Purge(String reason, Actor by, Instant at) {
        this.reason = reason;
        this.askedBy = by.id().value();
        this.askedAt = at;
    }

    void agree(Actor by, Instant at) {
        agreedBy = by.id().value();
        agreedAt = at;
    }

    String reason() {
        return Objects.requireNonNullElse(reason, "");
    }

    PersonId askedBy() {
        return new PersonId(Objects.requireNonNull(askedBy));
    }

    Stream<PersonId> people() {
        return Stream.of(askedBy, agreedBy).filter(Objects::nonNull).map(PersonId::new);
    }

    /**
     * As the API answers it.
     *
     * @param askedBy a username
     * @param agreedBy left out, as {@code agreedAt} is, while nobody has agreed and the file is there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String reason,
            @Nullable String askedBy,
            @Nullable Instant askedAt,
            @Nullable String agreedBy,
            @Nullable Instant agreedAt) {}

    Told told(Map<PersonId, Actor> people) {
        return new Told(reason(), name(askedBy, people), askedAt, name(agreedBy, people), agreedAt);
    }

    private static @Nullable String name(@Nullable UUID person, Map<PersonId, Actor> people) {
        Actor known = person == null ? null : people.get(new PersonId(person));
        return known == null ? null : known.username();
    }
}
