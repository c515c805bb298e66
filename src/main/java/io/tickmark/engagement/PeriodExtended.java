package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;

/** An agreed change lets the lead report's period end later; told when plans and timers have the new day already. */
public record PeriodExtended(EngagementId engagement, LocalDate former, LocalDate end) implements DomainEvent {}
