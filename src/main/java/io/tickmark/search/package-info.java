/**
 * Finding evidence by its name, by what it says of itself and by its text, as far as the person who searches may see it.
 * Its index is a cache of the database that each node keeps for itself; it holds no fact of the audit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "web", "engagement", "evidence"})
package io.tickmark.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
