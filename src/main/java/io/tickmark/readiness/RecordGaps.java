package io.tickmark.readiness;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns the assessment into gaps: weak controls, missing ones, and criteria that no control serves. */
@Component
class RecordGaps implements Step {

    private final Gaps gaps;
    private final Scope scope;
    private final EngagementFile file;
    private final Trail trail;

    RecordGaps(Gaps gaps, Scope scope, EngagementFile file, Trail trail) {
        this.gaps = gaps;
        this.scope = scope;
        this.file = file;
        this.trail = trail;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        List<Shortfall> shortfalls = new ArrayList<>();
        file.latest(engagement, "AssessControls").ifPresent(assessed -> {
            Map<String, String> titles = scope.controls(engagement).stream()
                    .collect(Collectors.toMap(ScopedControl::reference, ScopedControl::title));
            Answers answers = assessed.answers();
            add(answers.chosen("missing"), titles, Shortfall::missing, shortfalls);
            add(answers.chosen("needsWork"), titles, Shortfall::needsWork, shortfalls);
        });
        scope.uncoveredRows(engagement)
                .forEach(row -> shortfalls.add(Shortfall.uncovered(text(row, "reference"), text(row, "title"))));
        gaps.assess(engagement, shortfalls);
        trail.record(
                engagement,
                "gaps-recorded",
                null,
                Map.of("gaps", shortfalls.stream().map(Shortfall::about).toList()));
    }

    private static void add(
            List<String> controls,
            Map<String, String> titles,
            BiFunction<String, String, Shortfall> kind,
            List<Shortfall> shortfalls) {
        controls.forEach(control -> shortfalls.add(kind.apply(control, titles.getOrDefault(control, control))));
    }

    private static String text(Map<String, String> row, String key) {
        return row.getOrDefault(key, "");
    }
}
