/**
 * Reports, licence, independence, letter, system, categories, criteria, controls and the frozen scope; the
 * process {@code scoping} is its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "sheets", "trail", "workflow", "web", "engagement", "tasklist"})
package io.tickmark.scoping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
