package io.tickmark.scoping;

import io.tickmark.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a control list as it was read.
 *
 * @param number where it starts in the file; the heading is line 1
 * @param id what stands in the column {@code id}, as far as it could be read
 * @param control null where something is refused
 */
record ReadLine(int number, String id, @Nullable ControlLine control, List<Refusal> refusals) {}
