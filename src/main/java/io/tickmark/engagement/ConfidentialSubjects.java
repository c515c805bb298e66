package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.util.Set;

/** What the engagement's file tells not everybody who may read it, said by a module that lies above this one. */
public interface ConfidentialSubjects {

    /** Subjects of completed tasks that this person may know nothing of. */
    Set<String> hiddenFrom(Actor actor, EngagementId engagement);
}
