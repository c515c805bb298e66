/**
 * What management says of its system: the description by section and version with the reviewers' comments, and the
 * register of incidents and significant changes. It has no process of its own, and judges nothing: it tells what is
 * missing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "trail", "workflow", "web", "engagement", "scoping"})
package io.tickmark.description;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
