package io.tickmark.remediation;

import io.tickmark.engagement.Practice;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.readiness.Gaps;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a gap is dealt with and by when. */
@Component
class PlanRemediation implements TaskRules {

    private final GapTasks tasks;
    private final Gaps gaps;
    private final Practice practice;
    private final Clock clock;

    PlanRemediation(GapTasks tasks, Gaps gaps, Practice practice, Clock clock) {
        this.tasks = tasks;
        this.gaps = gaps;
        this.practice = practice;
        this.clock = clock;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = tasks.shown(task);
        LocalDate usual = today().plusDays(practice.remediationDays());
        data.merge("fixDue", usual, (planned, proposed) -> today().isAfter((LocalDate) planned) ? proposed : planned);
        tasks.latest(task, "AcceptRisk")
                .ifPresent(refused -> data.put("riskReason", refused.answers().text("riskReason")));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return answers.needDate("fixDue").isBefore(today())
                ? List.of(new Refusal("fixDue", "The date lies behind us: name today or a later day"))
                : List.of();
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        gaps.plan(tasks.gap(task).id(), answers.text("plan"), answers.needDate("fixDue"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
