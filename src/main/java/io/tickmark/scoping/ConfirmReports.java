package io.tickmark.scoping;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportRules;
import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles the leading report, and whether a SOC 3 from the same tests stands beside a SOC 2 Type II. */
@Component
class ConfirmReports implements TaskRules {

    private final Engagements engagements;
    private final EngagementFile file;
    private final Trail trail;
    private final Clock clock;

    ConfirmReports(Engagements engagements, EngagementFile file, Trail trail, Clock clock) {
        this.engagements = engagements;
        this.file = file;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        String proposed = task.get(ScopingProcess.PROPOSED_REPORT);
        if (proposed != null) {
            data.put("proposedReport", proposed);
        }
        file.latest(task.engagement(), "DescribeNeed")
                .ifPresent(need -> data.put("services", need.answers().text("services")));
        ReportPlan plan = engagements.facts(task.engagement()).reports().stream()
                .findFirst()
                .orElseGet(() -> usual(proposed));
        data.put("reportType", plan.reportType());
        data.put("attestationType", plan.attestationType());
        data.put("categories", plan.categories());
        data.put("periodStart", plan.periodStart());
        data.put("periodEnd", plan.periodEnd());
        data.put("asOf", plan.asOf());
        data.put("alsoPublic", isPublicBeside(task.engagement()) ? "yes" : "no");
        data.values().removeIf(Objects::isNull);
        return data;
    }

    /** A form that a process owner changed may not ask; then what was planned stays. */
    private boolean isWanted(EngagementId engagement, String answer) {
        return answer.isEmpty() ? isPublicBeside(engagement) : answer.equals("yes");
    }

    private boolean isPublicBeside(EngagementId engagement) {
        return engagements.facts(engagement).reports().stream().skip(1).anyMatch(ReportPlan::generalUse);
    }

    /** The proposed report on security over the twelve full months before this one, or as of the end of this month. */
    private ReportPlan usual(@Nullable String proposed) {
        LocalDate monthStart =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        ReportType type = Stream.of(ReportType.values())
                .filter(known -> proposed != null && proposed.startsWith(known.name()))
                .findFirst()
                .orElse(ReportType.SOC2);
        List<Category> security = type == ReportType.SOC1 ? List.of() : List.of(Category.SECURITY);
        return proposed != null && proposed.endsWith("_TYPE_I")
                ? ReportPlan.typeOne(type, security, monthStart.plusMonths(1).minusDays(1))
                : ReportPlan.typeTwo(type, security, monthStart.minusMonths(12), monthStart.minusDays(1));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        known("reportType", ReportType.values(), answers.text("reportType"), refusals);
        known("attestationType", AttestationType.values(), answers.text("attestationType"), refusals);
        answers.chosen("categories").forEach(c -> known("categories", Category.values(), c, refusals));
        if (refusals.isEmpty()) {
            ReportRules.check("", planned(answers), refusals);
        }
        return refusals;
    }

    private static void known(String field, Enum<?>[] values, String name, List<Refusal> refusals) {
        if (Stream.of(values).noneMatch(value -> value.name().equals(name))) {
            refusals.add(new Refusal(field, "'" + name + "' is none of " + List.of(values)));
        }
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        ReportPlan lead = planned(answers);
        boolean alsoPublic = lead.reportType() == ReportType.SOC2
                && lead.overPeriod()
                && isWanted(task.engagement(), answers.text("alsoPublic"));
        engagements.plan(task.engagement(), alsoPublic ? List.of(lead, lead.publicOne()) : List.of(lead));
        trail.record(task.engagement(), "reports-planned", actor, facts(lead, alsoPublic));
    }

    private static Map<String, Object> facts(ReportPlan lead, boolean alsoPublic) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reportType", lead.reportType());
        facts.put("attestationType", lead.attestationType());
        facts.put("categories", lead.categories());
        if (lead.overPeriod()) {
            facts.put("periodStart", lead.start());
            facts.put("periodEnd", lead.end());
        } else {
            facts.put("asOf", lead.end());
        }
        if (alsoPublic) {
            facts.put("also", ReportType.SOC3);
        }
        return facts;
    }

    /** Always with a new id: the rows are replaced. What a hidden field still holds of the other type is left out. */
    private static ReportPlan planned(Answers answers) {
        AttestationType type = AttestationType.valueOf(answers.text("attestationType"));
        boolean overPeriod = type == AttestationType.TYPE_II;
        ReportType report = ReportType.valueOf(answers.text("reportType"));
        return new ReportPlan(
                UUID.randomUUID(),
                report,
                type,
                report == ReportType.SOC1
                        ? List.of()
                        : answers.chosen("categories").stream()
                                .map(Category::valueOf)
                                .toList(),
                overPeriod ? answers.date("periodStart") : null,
                overPeriod ? answers.date("periodEnd") : null,
                overPeriod ? null : answers.date("asOf"));
    }
}
