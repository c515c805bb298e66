package io.tickmark.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The rules of completion, dating and signing (AT-C 205, SQMS 2), one method each; all of them hold or nobody signs. */
record Interlocks(IssueFacts facts) {

    List<Interlock> all() {
        return List.of(
                requestsClosed(),
                testsClosed(),
                notesAnswered(),
                groundsComplete(),
                conclusionsEvaluated(),
                descriptionCleared(),
                commentsAnswered(),
                qualityCleared(),
                eventsInquired(),
                independenceReconfirmed(),
                periodOver(),
                evidenceObtained(),
                letterDated(),
                assertionSigned(),
                subservicesStated(),
                licenceValid());
    }

    List<Interlock> broken() {
        return all().stream().filter(interlock -> !interlock.holds()).toList();
    }

    Interlock requestsClosed() {
        return Interlock.of(
                "Every evidence request is closed",
                facts.openRequests().isEmpty(),
                "Still open: " + named(facts.openRequests()) + "; accept or withdraw them",
                null);
    }

    Interlock testsClosed() {
        return Interlock.of(
                "Every test is closed",
                facts.openTests().isEmpty(),
                "The tests of these controls are not closed: " + named(facts.openTests())
                        + "; prepare and review their workpapers under Tasks, also those that are done again because"
                        + " their evidence was taken out",
                null);
    }

    Interlock notesAnswered() {
        return Interlock.of(
                "Every review note is answered",
                facts.openNotes().isEmpty(),
                "Workpapers of these controls were returned and not prepared again: " + named(facts.openNotes()),
                null);
    }

    Interlock groundsComplete() {
        return Interlock.of(
                "The scope is frozen, the description complete, the findings are evaluated",
                facts.notDone().isEmpty(),
                "Nobody has completed "
                        + named(facts.notDone().stream().sorted().toList()),
                null);
    }

    /** A test that was done again since, because its evidence was taken out, may have found something else. */
    Interlock conclusionsEvaluated() {
        return Interlock.of(
                "The evaluation of the findings knows what every test came to",
                facts.notEvaluated().isEmpty(),
                "Tested otherwise since the findings were evaluated: " + named(facts.notEvaluated())
                        + "; have the opinion decided again, and with 'Answer comments' the findings evaluated again as"
                        + " further work",
                null);
    }

    /** What a reviewer asked of the description, or of an incident or change, is a review note like any other. */
    Interlock descriptionCleared() {
        return Interlock.of(
                "Every comment on the description is resolved",
                facts.openComments().isEmpty(),
                "Comments are open on " + named(facts.openComments())
                        + "; resolve them on the page of the description, or send the work back with 'Answer comments'"
                        + " as further work, so that management can change its text",
                null);
    }

    /** The newest draft was put before management, and what it said was answered. */
    Interlock commentsAnswered() {
        return Interlock.of(
                "Management checked the draft, and each comment is answered",
                ordered(facts.draftMade(), facts.commentsAnswered(), LocalDate::isAfter),
                "The newest draft was not checked by management, or its comments are not answered",
                facts.commentsAnswered());
    }

    Interlock qualityCleared() {
        LocalDate cleared = facts.qualityCleared();
        String rule = "The quality review is cleared where it is required";
        if (!facts.qualityNeeded() && cleared == null) {
            return new Interlock(rule, null, null);
        }
        return cleared == null
                ? new Interlock(rule, "A quality review is required and has not cleared the opinion as it stands", null)
                : Interlock.of(
                        rule,
                        ordered(cleared, facts.reportDate(), LocalDate::isAfter),
                        "The quality review was cleared on " + cleared + ", after the report's date",
                        cleared);
    }

    Interlock eventsInquired() {
        return Interlock.of(
                overPeriod()
                        ? "Management was asked about events since the period ended"
                        : "Management was asked about events since the date that the report speaks of",
                ordered(facts.eventsInquired(), facts.last().datedFrom(), LocalDate::isBefore),
                overPeriod()
                        ? "Management was not asked, after the period ended, about events since then"
                        : "Management was not asked, on " + facts.last().end() + " or later, about events since then",
                facts.eventsInquired());
    }

    Interlock independenceReconfirmed() {
        return Interlock.of(
                "Every auditor has reconfirmed independence",
                facts.notReconfirmed().isEmpty(),
                "Not reconfirmed by " + named(facts.notReconfirmed()) + ": take them off the team before you sign",
                null);
    }

    Interlock periodOver() {
        return Interlock.of(
                overPeriod()
                        ? "The report is dated after the period ended"
                        : "The report is dated on or after the date that it speaks of",
                ordered(facts.reportDate(), facts.last().datedFrom(), LocalDate::isBefore),
                facts.reportDate() == null
                        ? "The report has no date"
                        : "The report is dated " + facts.reportDate()
                                + (overPeriod() ? ", the period ended on " : ", it speaks of ")
                                + facts.last().end(),
                facts.reportDate());
    }

    private boolean overPeriod() {
        return facts.last().overPeriod();
    }

    Interlock evidenceObtained() {
        return Interlock.of(
                "All evidence was obtained and reviewed by the report's date",
                ordered(facts.lastWork(), facts.reportDate(), LocalDate::isAfter),
                facts.lastWork() == null
                        ? "No evidence was obtained"
                        : "Evidence, a test, the evaluation or the description was finished on " + facts.lastWork()
                                + ", after the report's date",
                facts.lastWork());
    }

    Interlock letterDated() {
        return Interlock.of(
                "The representation letter carries the report's date",
                ordered(facts.letterDate(), facts.reportDate(), (letter, report) -> !letter.isEqual(report)),
                facts.letterDate() == null
                        ? "The representation letter is not signed"
                        : "The representation letter is dated " + facts.letterDate() + ", not " + facts.reportDate(),
                facts.letterDate());
    }

    Interlock assertionSigned() {
        return Interlock.of(
                "The assertion is signed by the report's date",
                ordered(facts.assertionDate(), facts.reportDate(), LocalDate::isAfter),
                facts.assertionDate() == null
                        ? "The assertion is not signed"
                        : "The assertion is dated " + facts.assertionDate() + ", after the report's date",
                facts.assertionDate());
    }

    Interlock subservicesStated() {
        return Interlock.of(
                "Each inclusive subservice organisation has signed its assertion, and its letter with the report's date",
                facts.subservicesMissing().isEmpty(),
                String.join("; ", facts.subservicesMissing())
                        + ". Where one does not sign, only carve-out remains: go back to the opinion, have"
                        + " further work done, and ask there for a change of the method",
                null);
    }

    Interlock licenceValid() {
        return Interlock.of(
                "The firm's licence is valid on the report's date",
                ordered(facts.reportDate(), facts.licenceUntil(), LocalDate::isAfter),
                facts.licenceUntil() == null
                        ? "No licence of the firm was confirmed for this engagement"
                        : "The firm's licence ran out on " + facts.licenceUntil() + ", before the report's date",
                facts.licenceUntil());
    }

    /** Both dates are there, and the first does not break the rule against the second. */
    private static boolean ordered(
            @Nullable LocalDate first, @Nullable LocalDate second, BiPredicate<LocalDate, LocalDate> breaks) {
        return first != null && second != null && !breaks.test(first, second);
    }

    private static String named(List<String> names) {
        return String.join(", ", names);
    }
}
