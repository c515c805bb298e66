/**
 * What all pages and API calls share: layout, error pages, problem answers, one transaction per request,
 * idempotency keys. It holds no resource of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
package io.tickmark.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
