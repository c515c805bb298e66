/**
 * What a deployable set of models is, as findings in plain sentences on file and element. It reads the files' own
 * text, before any engine does; it knows no engine, no database and no engagement.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.tickmark.modelcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
