package io.tickmark.tasklist;

import io.tickmark.kernel.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tasks is narrowed to; every field may be null.
 *
 * @param assignee {@code me}, {@code none}, or a person's username or id
 * @param due {@code overdue} or {@code week}
 * @param key the element's id in the model, such as {@code UserTask_ReviewEvidence}
 * @param scope {@code all} adds what the person oversees but may not do himself
 */
record TaskFilter(
        @Nullable String engagement,
        @Nullable String phase,
        @Nullable String role,
        @Nullable String assignee,
        @Nullable String due,
        @Nullable String q,
        @Nullable String key,
        @Nullable String scope) {

    static final TaskFilter NONE = new TaskFilter(null, null, null, null, null, null, null, null);

    TaskFilter {
        if (due != null && !due.isEmpty() && !due.equals("overdue") && !due.equals("week")) {
            throw new Malformed("due is overdue or week, not '" + due + "'");
        }
    }

    boolean overseen() {
        return "all".equals(scope);
    }
}
