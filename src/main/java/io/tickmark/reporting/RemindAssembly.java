package io.tickmark.reporting;

import io.tickmark.engagement.Practice;
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

    private final Reports reports;
    private final Trail trail;
    private final Practice practice;

    RemindAssembly(Reports reports, Trail trail, Practice practice) {
        this.reports = reports;
        this.trail = trail;
        this.practice = practice;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        Map<String, Object> facts = new LinkedHashMap<>();
        reports.of(engagement).stream()
                .map(ReportFacts::issuedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(issued -> LocalDate.ofInstant(issued, ZoneOffset.UTC).plusDays(practice.assemblyDays()))
                .ifPresent(last -> facts.put("toBeLockedBy", last));
        trail.record(engagement, "assembly-reminded", null, facts);
    }
}
