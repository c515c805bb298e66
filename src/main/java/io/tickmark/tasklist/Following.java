package io.tickmark.tasklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tasks that a thread opens while it does one thing, kept in step with their rows so that nobody has to ask for them. */
final class Following {

    /** Null on a thread that nobody listens to. */
    private static final ThreadLocal<@Nullable Map<String, InboxTask>> OPENED = new ThreadLocal<>();

    private Following() {}

    /** Does the work; answers the tasks that it opened and left open, in their order. */
    static List<InboxTask> from(Runnable work) {
        Map<String, InboxTask> opened = new LinkedHashMap<>();
        OPENED.set(opened);
        try {
            work.run();
        } finally {
            OPENED.remove();
        }
        return new ArrayList<>(opened.values());
    }

    static void opened(InboxTask task) {
        Map<String, InboxTask> opened = OPENED.get();
        if (opened != null) {
            opened.put(task.id(), task);
        }
    }

    static void changed(String id, UnaryOperator<InboxTask> change) {
        Map<String, InboxTask> opened = OPENED.get();
        if (opened != null) {
            opened.computeIfPresent(id, (same, task) -> change.apply(task));
        }
    }

    static void closed(String id) {
        Map<String, InboxTask> opened = OPENED.get();
        if (opened != null) {
            opened.remove(id);
        }
    }
}
