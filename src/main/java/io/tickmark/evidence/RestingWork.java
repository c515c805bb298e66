package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.util.List;
import java.util.UUID;

/** Work of a module above this one that rests on a document; it is told before two people take the document out. */
public interface RestingWork {

    /** Each piece in a sentence; to a reader who may not know what it says, no more than that it is there. */
    List<String> on(Actor reader, EngagementId engagement, UUID document);
}
