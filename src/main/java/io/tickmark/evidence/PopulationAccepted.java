package io.tickmark.evidence;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/**
 * The auditor has accepted the population of a control, so that its samples can be selected. Told once for each
 * control that the request serves.
 *
 * @param control the control's reference
 * @param count records in the population; 0 for a nil population
 */
public record PopulationAccepted(EngagementId engagement, String control, int count) implements DomainEvent {}
