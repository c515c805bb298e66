package io.tickmark.reporting;

import io.tickmark.engagement.ReportPlan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules of completion, dating and signing look at, as plain values.
 *
 * @param last of the planned reports the one that can be dated last
 * @param openTests references of controls whose test is not closed
 * @param openRequests references of evidence requests that are neither accepted nor withdrawn
 * @param openNotes references of controls whose workpaper was returned with a review note
 * @param notDone what the opinion rests on and nobody has completed, in words
 * @param notEvaluated references of controls whose test ended otherwise after the findings were evaluated
 * @param openComments what auditors commented on in the description or its register and nobody has resolved, in words
 * @param lastWork when evidence, a test, the evaluation or the description was finished last; null for never
 * @param draftMade when the newest draft was made
 * @param commentsAnswered when the client's factual check was answered last
 * @param eventsInquired when management was asked last about events since the period's end
 * @param qualityNeeded whether a quality review was decided at acceptance
 * @param qualityCleared when the reviewer cleared the opinion as it stands now; null for not
 * @param notReconfirmed names of auditors who have not said again that they are independent
 * @param subservicesMissing what the statements of inclusive subservice organisations lack, a sentence each
 * @param licenceUntil last day of the firm's licence as confirmed for this engagement
 */
record IssueFacts(
        ReportPlan last,
        @Nullable LocalDate reportDate,
        @Nullable LocalDate letterDate,
        @Nullable LocalDate assertionDate,
        List<String> openTests,
        List<String> openRequests,
        List<String> openNotes,
        List<String> notDone,
        List<String> notEvaluated,
        List<String> openComments,
        @Nullable LocalDate lastWork,
        @Nullable LocalDate draftMade,
        @Nullable LocalDate commentsAnswered,
        @Nullable LocalDate eventsInquired,
        boolean qualityNeeded,
        @Nullable LocalDate qualityCleared,
        List<String> notReconfirmed,
        List<String> subservicesMissing,
        @Nullable LocalDate licenceUntil) {

    IssueFacts {
        openTests = List.copyOf(openTests);
        openRequests = List.copyOf(openRequests);
        openNotes = List.copyOf(openNotes);
        notDone = List.copyOf(notDone);
        notEvaluated = List.copyOf(notEvaluated);
        openComments = List.copyOf(openComments);
        notReconfirmed = List.copyOf(notReconfirmed);
        subservicesMissing = List.copyOf(subservicesMissing);
    }

    /** The same facts, with a licence renewed until that day. */
    IssueFacts licensedUntil(LocalDate until) {
        return new IssueFacts(
                last,
                reportDate,
                letterDate,
                assertionDate,
                openTests,
                openRequests,
                openNotes,
                notDone,
                notEvaluated,
                openComments,
                lastWork,
                draftMade,
                commentsAnswered,
                eventsInquired,
                qualityNeeded,
                qualityCleared,
                notReconfirmed,
                subservicesMissing,
                until);
    }
}
