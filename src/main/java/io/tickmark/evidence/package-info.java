/**
 * Evidence requests and their documents; the process {@code evidence-request} is its own. It never
 * concludes on a control.
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
            "tasklist",
            "scoping",
            "storage",
            "sheets",
            "extraction"
        })
package io.tickmark.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
