package io.tickmark.description;

import io.tickmark.engagement.ReportType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section as the API shows it.
 *
 * @param criterion of DC 200, such as {@code DC3}
 * @param version to send back with a change; 0 for a section that was never written
 * @param state {@code empty}, {@code written}, or {@code complete} once the whole description is
 * @param writtenBy the person's name
 * @param writtenWith {@code page}, or the phrase of a task
 * @param printedIn the planned reports that print it
 * @param openComments how many of the comments that the reader sees are not resolved
 */
record SectionAnswer(
        String key,
        String criterion,
        String title,
        String question,
        String text,
        int version,
        String state,
        @Nullable String writtenBy,
        @Nullable Instant writtenAt,
        @Nullable String writtenWith,
        List<ReportType> printedIn,
        int openComments,
        List<Suggestion> suggestions,
        List<String> missing) {}
