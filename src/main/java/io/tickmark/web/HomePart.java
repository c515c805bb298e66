package io.tickmark.web;

import io.tickmark.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One part of what a person finds on coming in, answered by the module whose it is. A page needs no more than ten SQL
 * statements however much there is, so a part makes do with three.
 */
public interface HomePart {

    /** The field's name in the answer, such as {@code tasks}. */
    String name();

    /** A value that becomes JSON, as far as this person may know it; null where it is nothing for this person. */
    @Nullable
    Object of(Actor actor);
}
