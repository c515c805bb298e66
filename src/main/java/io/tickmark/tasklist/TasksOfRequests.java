package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way from an evidence request to the task in which somebody works on it. */
@Component
@Transactional(readOnly = true)
public class TasksOfRequests {

    private final TaskQuery query;

    TasksOfRequests(TaskQuery query) {
        this.query = query;
    }

    /** By request, the open task that this person may do now; one statement however many they are. */
    public Map<UUID, String> doneBy(Actor actor, Collection<UUID> requests) {
        Map<UUID, String> tasks = new LinkedHashMap<>();
        if (!requests.isEmpty()) {
            query.ofRequests(actor, requests).forEach(task -> {
                if (task.requestId() != null) {
                    tasks.putIfAbsent(UUID.fromString(task.requestId()), task.id());
                }
            });
        }
        return tasks;
    }
}
