package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.NotFound;
import io.tickmark.workflow.OpenTask;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** What was answered before on tasks of the same process, for forms that no class of ours fills. */
@Component
public class AnsweredBefore {

    private final FileQuery file;

    AnsweredBefore(FileQuery file) {
        this.file = file;
    }

    /**
     * The last answer to each field of these keys in the task's process instance, as far as this person may read it in the
     * engagement's file; nothing for a key that was not answered. Throws {@link NotFound} for an engagement of others.
     */
    @Transactional(readOnly = true)
    public ObjectNode of(OpenTask task, Actor actor, Set<String> keys) {
        return file.last(actor, task.engagement(), task.processInstance(), keys);
    }
}
