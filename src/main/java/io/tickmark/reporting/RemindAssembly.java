package io.tickmark.reporting;

import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts into the trail that the file is still open; the reminder itself is the task that is overdue. */
@Component
class RemindAssembly implements Step {

    /** AT-C 105: a file is assembled within sixty days of the report's release. */
    private static final int DAYS_TO_ASSEMBLE = 60;

    private final Reports reports;
    private final Trail trail;

    RemindAssembly(Reports reports, Trail trail) {
        this.reports = reports;
        this.trail = trail;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        Map<String, Object> facts = new LinkedHashMap<>();
        reports.of(engagement).stream()
                .map(ReportFacts::issuedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(issued -> LocalDate.ofInstant(issued, ZoneOffset.UTC).plusDays(DAYS_TO_ASSEMBLE))
                .ifPresent(last -> facts.put("toBeLockedBy", last));
        trail.record(engagement, "assembly-reminded", null, facts);
    }
}
