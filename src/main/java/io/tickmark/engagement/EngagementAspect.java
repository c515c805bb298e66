package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;

/** One more field of the engagement's resource, answered by a module that lies above this one. */
public interface EngagementAspect {

    /** The field's name in the answer, such as {@code openTasks}. */
    String name();

    /** A value that becomes JSON, as far as this person may know it. */
    Object of(EngagementId engagement, Actor actor);
}
