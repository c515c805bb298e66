/**
 * All audits at once: how each stands, who has how much to do, and which days of a client reports speak of. It keeps no
 * facts of its own and moves no work.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "engagement", "milestones", "tasklist"})
package io.tickmark.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
