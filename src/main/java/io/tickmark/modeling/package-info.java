/**
 * The deployed models, to be read by whoever is signed in. It never changes a running instance.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "trail", "modelcheck", "workflow", "web"})
package io.tickmark.modeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
