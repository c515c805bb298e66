package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tasklist must know of uploaded files; the module that keeps documents answers it. */
public interface TaskDocuments {

    /** Whether the document was uploaded for this task, or for the evidence request it belongs to. */
    boolean belongs(OpenTask task, UUID document);

    /** The documents that this person may see with the task, as values that become JSON. */
    List<Map<String, ?>> of(OpenTask task, Actor actor);
}
