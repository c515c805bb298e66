/**
 * Reads documents: what kind they are, what they say of themselves, their text, and whether a scanner finds malware in
 * them. Parsers run in child processes, so that a hostile file ends its reader and nothing else. It never knows whose a
 * document is, and trusts nothing that a document says.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.tickmark.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
