package io.tickmark.binder;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workpapers of a module above this one, which it adds to a binder. */
public interface BinderPapers {

    /**
     * In the order in which they are to stand; none for a reader who may not read them, and never any for a client's.
     *
     * @param control a control's reference, for papers about it alone; null for all of the engagement
     */
    List<Paper> of(Actor reader, EngagementId engagement, @Nullable String control);
}
