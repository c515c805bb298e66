package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as the API answers it.
 *
 * @param owner a username, or null where it is asked of whoever owns controls
 * @param reasons why it was returned, the oldest first; a client's own returns are shown to the client only
 * @param readers usernames of the client's people whom a confidential request names beside its owner
 * @param recurring whether it is asked for again for each window
 * @param location where the control runs, where it runs in several places
 * @param missedOn since when the evidence of its window is missed
 * @param evidenceTakenOut whether it was accepted, and two people took out since all that it was accepted for
 * @param waitsFor references of the populations that a draft waits for; left out in lists
 */
record RequestAnswer(
        UUID id,
        UUID engagement,
        String reference,
        String title,
        String kind,
        String state,
        List<String> controls,
        @Nullable String owner,
        @Nullable String ownerName,
        LocalDate due,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        boolean clientReview,
        @Nullable String sampleOf,
        List<String> sampleItems,
        @Nullable Integer populationCount,
        @Nullable String populationSource,
        @Nullable LocalDate extractedOn,
        List<DocumentAnswer> documents,
        List<RequestReturn.Reason> reasons,
        @Nullable String withdrawalReason,
        int reminders,
        @Nullable LocalDate remindedOn,
        boolean confidential,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> readers,
        boolean recurring,
        @Nullable String location,
        @Nullable LocalDate missedOn,
        boolean evidenceTakenOut,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> waitsFor,
        int version) {}
