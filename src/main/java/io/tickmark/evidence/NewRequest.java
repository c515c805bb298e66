package io.tickmark.evidence;

import io.tickmark.kernel.PersonId;
import io.tickmark.scoping.EvidenceKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked for.
 *
 * @param title what is asked for, in a sentence; beyond 1,000 characters it is cut
 * @param controls references of the controls that the evidence serves, at least one
 * @param owner who is asked, a control owner of the engagement; null asks whoever owns controls there
 * @param due the last day, in UTC
 * @param clientReview whether the client looks at the evidence before the auditor sees it
 * @param coversFrom first day that the evidence is to cover, or null for the whole period
 * @param coversTo last day that it is to cover, inclusive, or null for the whole period
 * @param sampleOf for sample items: the reference of the control whose population they are drawn from; null means
 *     all of {@code controls}
 * @param recurring whether it is one of many, asked for again for each window
 * @param location where the control runs that it asks about, at most {@link #LONGEST_LOCATION} characters; null where it
 *     runs in one place
 */
public record NewRequest(
        String title,
        EvidenceKind kind,
        List<String> controls,
        @Nullable PersonId owner,
        LocalDate due,
        boolean clientReview,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        @Nullable String sampleOf,
        boolean recurring,
        @Nullable String location) {

    public static final int LONGEST_LOCATION = 200;

    static final int LONGEST_TITLE = 1000;

    public NewRequest {
        title = shortened(title);
        controls = controls.stream().distinct().toList();
        if (controls.isEmpty()) {
            throw new IllegalArgumentException("A request serves at least one control");
        }
    }

    /** One that is asked for once. */
    public NewRequest(
            String title,
            EvidenceKind kind,
            List<String> controls,
            @Nullable PersonId owner,
            LocalDate due,
            boolean clientReview,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            @Nullable String sampleOf) {
        this(title, kind, controls, owner, due, clientReview, coversFrom, coversTo, sampleOf, false, null);
    }

    /** The same as one of many, in this place. */
    public NewRequest recurring(@Nullable String place) {
        return new NewRequest(
                title, kind, controls, owner, due, clientReview, coversFrom, coversTo, sampleOf, true, place);
    }

    /** The same where the control runs in this place, still asked for once. */
    public NewRequest at(@Nullable String place) {
        return new NewRequest(
                title, kind, controls, owner, due, clientReview, coversFrom, coversTo, sampleOf, recurring, place);
    }

    /** The same under another title. */
    public NewRequest titled(String other) {
        return new NewRequest(
                other, kind, controls, owner, due, clientReview, coversFrom, coversTo, sampleOf, recurring, location);
    }

    /** The same for other days. */
    public NewRequest covering(LocalDate from, LocalDate to) {
        return new NewRequest(title, kind, controls, owner, due, clientReview, from, to, sampleOf, recurring, location);
    }

    /** The same, due on this day where it was due before: what has not happened yet cannot be given. */
    public NewRequest dueFrom(LocalDate day) {
        LocalDate later = due.isBefore(day) ? day : due;
        return new NewRequest(
                title, kind, controls, owner, later, clientReview, coversFrom, coversTo, sampleOf, recurring, location);
    }

    private static String shortened(String title) {
        // never between the two chars of one sign
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE - 2))) + "…";
    }
}
