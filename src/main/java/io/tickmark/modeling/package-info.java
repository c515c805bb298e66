/**
 * The models and their owners: what is deployed, submitting changes, a second owner's decision, releases as whole
 * bundles, and what a new version of the product brings. It never changes a running instance.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "storage", "trail", "modelcheck", "workflow", "web"})
package io.tickmark.modeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
