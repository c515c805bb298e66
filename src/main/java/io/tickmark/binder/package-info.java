/**
 * Taking an audit along: evidence in folders with an index, a manifest of hashes and the trail, in one ZIP that is
 * checked with no server. It changes nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "trail", "web", "storage", "engagement", "evidence", "scoping"})
package io.tickmark.binder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
