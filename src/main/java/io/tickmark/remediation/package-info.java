/**
 * One remediation per gap, from plan to retest; the process {@code remediation} is its own.
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
            "evidence",
            "readiness",
            "fieldwork"
        })
package io.tickmark.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
