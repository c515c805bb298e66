/**
 * Moving audits that run to another version of their models, by choice: tried first, then one engagement at a time, whole
 * or not at all. It knows no element of any model.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "workflow", "web", "engagement"})
package io.tickmark.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
