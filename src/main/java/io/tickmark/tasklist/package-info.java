/**
 * The inbox: open user tasks as rows of our own, claiming, assigning, drafts, forms and completion. What a
 * task means to the audit belongs to the module of its process.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "trail", "workflow", "web", "engagement", "storage"})
package io.tickmark.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
