/**
 * The only door to the process engine: starting, telling, completing, deploying, and the check of forms.
 * No type of the engine leaves this module, and no rule of the audit enters it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "modelcheck"})
package io.tickmark.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
