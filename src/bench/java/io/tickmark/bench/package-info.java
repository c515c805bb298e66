/** Measures Tickmark against what it stands on, as ratios in one run on one machine; asserts nothing. */
@NullMarked
package io.tickmark.bench;

import org.jspecify.annotations.NullMarked;
