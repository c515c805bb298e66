/**
 * System description, opinion, representations, the report as PDF, its issue and the lock of the file; the
 * processes {@code reporting}, {@code subservice} and {@code post-issue} are its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "trail",
            "workflow",
            "web",
            "tasklist",
            "engagement",
            "scoping",
            "description",
            "evidence",
            "readiness",
            "fieldwork",
            "remediation",
            "storage"
        })
package io.tickmark.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
