/**
 * What all pages and API calls share: error pages, problem answers, one transaction per request, idempotency
 * keys, pages of lists. It holds no resource of its own and knows no other module but the kernel.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.tickmark.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
