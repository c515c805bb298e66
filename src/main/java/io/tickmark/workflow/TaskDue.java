package io.tickmark.workflow;

import java.util.Date;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** When an open task is due by its model. */
final class TaskDue {

    private TaskDue() {}

    /** A duration counts from when the task opened. */
    static @Nullable Date of(TaskEntity task, @Nullable Expression expression) {
        Object due = expression == null ? null : expression.getValue(task.getExecution());
        return due instanceof String text
                ? new DueDateBusinessCalendar().resolveDuedate(text, task.getCreateTime())
                : (Date) due;
    }
}
