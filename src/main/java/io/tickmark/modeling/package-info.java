/**
 * Process owners read the deployed models here. It never changes a running instance.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "trail", "workflow", "web"})
package io.tickmark.modeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
