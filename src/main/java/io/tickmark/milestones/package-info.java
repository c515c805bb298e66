/**
 * Planned, baseline, forecast and actual dates of the milestones that the models carry, in working days. It
 * never moves work: it tells when.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "trail", "workflow", "web", "engagement"})
package io.tickmark.milestones;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
