/**
 * Next year: the decision to continue, the roll-forward into a new engagement, the bridge letter; the process
 * {@code renewal} is its own.
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
            "readiness",
            "fieldwork",
            "remediation",
            "reporting"
        })
package io.tickmark.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
