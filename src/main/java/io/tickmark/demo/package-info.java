/**
 * Demo mode: the clock that can be moved, the demo people, and the small world that is played through the public API
 * when the embedded default starts for the first time. It holds no rule of the audit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "workflow", "web", "engagement"})
package io.tickmark.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
