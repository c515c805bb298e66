/**
 * People, the organisations they belong to, how they sign in, and what they may do at all. It never knows
 * an engagement: roles in an engagement belong to its team.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web"})
package io.tickmark.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
