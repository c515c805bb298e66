package io.tickmark.changes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param newPeriodEnd last day of the period as it is to be; given for a change of period and for no other
 */
record NewChange(
        ChangeKind kind,
        ChangeReason reasonCode,
        String description,
        @Nullable LocalDate newPeriodEnd) {}
