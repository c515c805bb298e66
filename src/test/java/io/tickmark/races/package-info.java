/** People who want the same thing at the same moment. */
@NullMarked
package io.tickmark.races;

import org.jspecify.annotations.NullMarked;
