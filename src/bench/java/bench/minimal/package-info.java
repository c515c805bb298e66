/** The application that start-up is measured against; outside of {@code io.tickmark}, so that neither finds the other. */
@NullMarked
package bench.minimal;

import org.jspecify.annotations.NullMarked;
