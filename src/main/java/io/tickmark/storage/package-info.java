/**
 * Keeps the bytes of documents behind one port, {@code DocumentStore}. It never knows what a document means,
 * whose it is, or who may read it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.tickmark.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
