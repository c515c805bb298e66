/**
 * Self-assessment of controls against criteria, and the gaps it finds; the process {@code readiness} is its
 * own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "trail", "workflow", "web", "engagement", "scoping", "evidence"})
package io.tickmark.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
