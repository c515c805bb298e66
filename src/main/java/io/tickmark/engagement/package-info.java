/**
 * The engagement, its team, its planned reports and its phase; the process {@code engagement} is its own. It
 * never knows evidence, tests or findings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "trail", "workflow", "web"})
package io.tickmark.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
