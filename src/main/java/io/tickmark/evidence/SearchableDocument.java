package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything by which it is found, and by which it is told who may find it.
 *
 * @param state as the API says it: {@code read}
 * @param released whether the firm sees it
 * @param received the day it came, in UTC
 * @param kind of its request, such as {@code POPULATION}; null where it answers none
 * @param controls of its request
 * @param owner whose its request is; null where it is nobody's in particular
 * @param confidential whether its request names who may see it
 * @param readers whom a confidential request names
 * @param details what the file says of itself, and its parts: title, author, sheets, mail headers, entries
 */
public record SearchableDocument(
        UUID id,
        EngagementId engagement,
        ClientId client,
        @Nullable UUID request,
        @Nullable String reference,
        @Nullable String requestTitle,
        String name,
        String contentType,
        String state,
        Audience audience,
        boolean released,
        @Nullable PersonId uploadedBy,
        LocalDate received,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        @Nullable String kind,
        List<String> controls,
        @Nullable PersonId owner,
        boolean confidential,
        Set<PersonId> readers,
        List<String> details) {}
