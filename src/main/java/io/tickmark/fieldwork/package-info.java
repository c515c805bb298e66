/**
 * Test plan, populations, samples, tests, workpaper reviews and deviations; the processes {@code fieldwork} and
 * {@code control-test} are its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "trail",
            "workflow",
            "web",
            "engagement",
            "scoping",
            "description",
            "evidence",
            "binder"
        })
package io.tickmark.fieldwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
