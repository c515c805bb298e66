/** The application itself: its entry point and its start. */
@NullMarked
package io.tickmark;

import org.jspecify.annotations.NullMarked;
