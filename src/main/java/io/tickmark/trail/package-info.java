/**
 * The append-only, hash-chained record of business events, one chain per engagement, and the verifier that
 * checks an export with no server. It never interprets an event.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.tickmark.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
