/** The application as a process of its own, killed at random moments. */
@NullMarked
package io.tickmark.kills;

import org.jspecify.annotations.NullMarked;
