package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Malformed;
import io.tickmark.web.AfterCommit;
import io.tickmark.web.Page;
import io.tickmark.workflow.Jobs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/tasks")
class TasksApi {

    /** How long a completion's answer waits for the steps behind it, to name the tasks that follow. */
    private static final Duration STEPS = Duration.ofSeconds(15);

    private final Tasks tasks;
    private final TaskQuery query;
    private final Jobs jobs;

    TasksApi(Tasks tasks, TaskQuery query, Jobs jobs) {
        this.tasks = tasks;
        this.query = query;
        this.jobs = jobs;
    }

    @GetMapping
    Page<InboxTask> list(
            Actor actor,
            TaskFilter filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return query.page(actor, filter, Page.limit(limit), cursor);
    }

    @GetMapping("/count")
    Map<String, Integer> count(Actor actor, TaskFilter filter) {
        return Map.of("count", query.count(actor, filter));
    }

    @GetMapping("/{id}")
    TaskDetail open(Actor actor, @PathVariable String id) {
        return tasks.open(actor, id);
    }

    @PostMapping("/{id}/claim")
    TaskDetail claim(Actor actor, @PathVariable String id) {
        tasks.claim(actor, id);
        return tasks.open(actor, id);
    }

    @PostMapping("/{id}/unclaim")
    TaskDetail unclaim(Actor actor, @PathVariable String id) {
        tasks.unclaim(actor, id);
        return tasks.open(actor, id);
    }

    record Assignment(@Nullable String person, @Nullable Integer version) {}

    @PostMapping("/{id}/assign")
    TaskDetail assign(Actor actor, @PathVariable String id, @RequestBody Assignment assignment) {
        if (assignment.person() == null) {
            throw new Malformed("Say whom: {\"person\": username}");
        }
        tasks.assign(actor, id, assignment.person(), assignment.version());
        return tasks.open(actor, id);
    }

    record Entries(@Nullable Integer version, @Nullable ObjectNode data) {

        ObjectNode given() {
            if (data == null) {
                throw new Malformed("Send the form's values as an object in 'data'");
            }
            return data;
        }
    }

    @PostMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(Actor actor, @PathVariable String id, @RequestBody Entries entries) {
        tasks.draft(actor, id, entries.given());
    }

    record Completed(String id, List<InboxTask> next) {}

    @PostMapping("/{id}/complete")
    Completed complete(Actor actor, @PathVariable String id, @RequestBody Entries entries) {
        Tasks.Done done = tasks.complete(actor, id, entries.version(), entries.given());
        Long mark = done.mark();
        if (mark != null) {
            AfterCommit.answer(() -> {
                jobs.quiet(done.engagement(), STEPS);
                return new Completed(id, query.following(actor, done.engagement(), done.opened(), mark));
            });
        }
        return new Completed(
                id, done.opened().stream().limit(TaskQuery.MOST_FOLLOWING).toList());
    }
}
