package io.tickmark.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a partner should weigh before approving. To change the period or to drop a needed part mainly to avoid a
 * qualified opinion is no reasonable justification (AT-C 105).
 */
final class Justification {

    private Justification() {}

    /**
     * Plain sentences, or an empty text.
     *
     * @param deviations references of the deviations on file
     */
    static String toWeigh(ChangeRequest change, List<String> deviations, LocalDate today) {
        List<String> sentences = new ArrayList<>();
        if (!deviations.isEmpty() && leavesSomethingOut(change)) {
            sentences.add("Warning: deviations are on file (" + String.join(", ", deviations) + "). "
                    + (isPeriod(change) ? "A changed period" : "A part left out")
                    + " may serve to avoid a qualified opinion, and that is no reason to change the terms. Approve"
                    + " only if the reason would hold without them.");
        }
        LocalDate former = change.formerPeriodEnd();
        LocalDate end = change.newPeriodEnd();
        if (former != null && end != null && end.isAfter(former) && former.isBefore(today)) {
            sentences.add("The period was over on " + former
                    + ": what was done after it has to be done again for the time added.");
        }
        return String.join("\n\n", sentences);
    }

    private static boolean leavesSomethingOut(ChangeRequest change) {
        return isPeriod(change) || change.reasonCode() == ChangeReason.COMPONENT_REMOVED;
    }

    private static boolean isPeriod(ChangeRequest change) {
        return change.kind() == ChangeKind.PERIOD || change.reasonCode() == ChangeReason.PERIOD_CHANGED;
    }
}
