package io.tickmark.search;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is searched for; every part but the words only narrows it.
 *
 * @param q words that must all be there; {@code "in quotes"} next to each other, {@code beg*} by their beginning. Without
 *     words, everything
 * @param client an id
 * @param engagement an id
 * @param control a control's reference
 * @param kind of the request that it answers, such as {@code POPULATION}
 * @param contentType of the document
 * @param state of the document, such as {@code accepted}
 * @param from first day on which it may have come
 * @param to last day on which it may have come
 * @param coversFrom it is evidence for this day or a later one
 * @param coversTo it is evidence for this day or an earlier one
 */
record Question(
        @Nullable String q,
        @Nullable String client,
        @Nullable String engagement,
        @Nullable String control,
        @Nullable String kind,
        @Nullable String contentType,
        @Nullable String state,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate coversFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate coversTo) {

    /** Each sign of some scripts is a word, looked for in three fields; an index takes a thousand at once. */
    static final int LONGEST = 200;

    String words() {
        return q == null ? "" : q.strip();
    }

    boolean hasWords() {
        return !words().isEmpty();
    }

    /** Throws {@link Refused} for what is too long or the wrong way round. */
    void check() {
        List<Refusal> refusals = new ArrayList<>();
        if (words().length() > LONGEST) {
            refusals.add(new Refusal("q", "Search with at most " + LONGEST + " characters"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            refusals.add(new Refusal("to", "Give a day on or after " + from));
        }
        if (coversFrom != null && coversTo != null && coversTo.isBefore(coversFrom)) {
            refusals.add(new Refusal("coversTo", "Give a day on or after " + coversFrom));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    /** The state as the index has it. */
    @Nullable
    String stateWord() {
        return state == null ? null : state.toLowerCase(Locale.ROOT);
    }
}
