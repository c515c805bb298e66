/**
 * Scope, period, method, team or terms that are asked to change while the audit runs, with their reason, decision and
 * amended letter; the process {@code change-request} is its own. It never drops a finding: work on file stays on file.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "trail", "workflow", "web", "engagement", "scoping", "fieldwork"})
package io.tickmark.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
