/**
 * The words every module shares: ids as types, the acting person, refusals, the one clock. It knows no
 * framework and no other module, and holds no behaviour of the audit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.tickmark.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
