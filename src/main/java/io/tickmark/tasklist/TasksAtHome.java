package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import io.tickmark.tasklist.LoadQuery.Load;
import io.tickmark.web.HomePart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for this person, the most urgent first, and what is late with others whom this person oversees. */
@Component
class TasksAtHome implements HomePart {

    /** As many as are done in a day, and one look takes in. */
    private static final int FIRST = 12;

    private final TaskQuery query;
    private final LoadQuery counts;

    TasksAtHome(TaskQuery query, LoadQuery counts) {
        this.query = query;
        this.counts = counts;
    }

    /**
     * @param open how many this person may do now, late ones and those of this week among them
     * @param week due within seven days and not late
     * @param late what is late, by engagement and by who has it; {@code assignee} is null where nobody has
     */
    record Told(int open, int overdue, int week, List<InboxTask> first, List<Late> late) {}

    record Late(UUID engagement, String role, @Nullable String assignee, boolean mine, int many) {}

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Object of(Actor actor) {
        List<Load> loads = counts.byEngagement(actor);
        List<Load> mine = loads.stream().filter(Load::mine).toList();
        return new Told(
                mine.stream().mapToInt(Load::open).sum(),
                mine.stream().mapToInt(Load::late).sum(),
                mine.stream().mapToInt(Load::week).sum(),
                query.page(actor, TaskFilter.NONE, FIRST, null).items(),
                loads.stream()
                        .filter(load -> load.late() > 0)
                        .map(load ->
                                new Late(load.engagement(), load.role(), load.assignee(), load.mine(), load.late()))
                        .toList());
    }
}
