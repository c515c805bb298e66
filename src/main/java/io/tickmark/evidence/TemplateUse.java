package io.tickmark.evidence;

import io.tickmark.engagement.Practice;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks an engagement for what a template holds: each line once, for all controls of the scope that serve its criteria. A
 * line that is out of scope, or was asked for before, is skipped with the reason.
 */
@Component
@Transactional
class TemplateUse {

    private final Scope scope;
    private final RequestRepository table;
    private final Requests requests;
    private final RequestEntry entry;
    private final Trail trail;
    private final Practice practice;
    private final Clock clock;

    TemplateUse(
            Scope scope,
            RequestRepository table,
            Requests requests,
            RequestEntry entry,
            Trail trail,
            Practice practice,
            Clock clock) {
        this.scope = scope;
        this.table = table;
        this.requests = requests;
        this.entry = entry;
        this.trail = trail;
        this.practice = practice;
        this.clock = clock;
    }

    /**
     * What was done, or would be.
     *
     * @param outcome {@code created} or {@code skipped}
     * @param why it is skipped; empty otherwise
     */
    record Line(int line, String title, String outcome, List<String> controls, String why) {}

    record Outcome(boolean dryRun, int created, int skipped, List<Line> lines) {}

    /**
     * @param by whose right to ask was checked before
     * @param owner a username, or null for whoever owns controls
     * @param due the last day of all of them; null for each line's own
     */
    public Outcome apply(
            Actor by,
            EngagementId engagement,
            RequestTemplate template,
            @Nullable String owner,
            @Nullable LocalDate due,
            boolean dryRun) {
        List<Refusal> refusals = new ArrayList<>();
        Actor asked = entry.reading(engagement).owner(owner, refusals);
        if (due != null) {
            entry.due(due, refusals);
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Plan plan = new Plan(engagement);
        for (RequestTemplate.Line line : template.lines()) {
            plan.look(line, asked, due);
        }
        if (!dryRun && !plan.raised.isEmpty()) {
            requests.raiseListed(engagement, plan.raised, by);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("template", template.id());
            facts.put("name", template.name());
            facts.put("requests", plan.raised.size());
            trail.record(engagement, "template-applied", by, facts);
        }
        int created = plan.raised.size();
        return new Outcome(dryRun, created, plan.lines.size() - created, plan.lines);
    }

    private final class Plan {

        private final List<ScopedControl> controls;
        private final List<ScopedCriterion> criteria;
        private final Set<String> titles;
        private final List<Line> lines = new ArrayList<>();
        private final List<NewRequest> raised = new ArrayList<>();

        Plan(EngagementId engagement) {
            this.controls = scope.controls(engagement);
            this.criteria = scope.criteria(engagement);
            this.titles = table.findByEngagementIdOrderByNumber(engagement.value()).stream()
                    .filter(request -> request.state() != RequestState.WITHDRAWN)
                    .map(EvidenceRequest::title)
                    .collect(Collectors.toSet());
        }

        void look(RequestTemplate.Line line, @Nullable Actor owner, @Nullable LocalDate due) {
            List<ScopedCriterion> meant = criteria.stream().filter(line::isFor).toList();
            Set<String> applicable = meant.stream()
                    .filter(ScopedCriterion::applicable)
                    .map(ScopedCriterion::id)
                    .collect(Collectors.toSet());
            List<String> serving = controls.stream()
                    .filter(control -> control.criteria().stream().anyMatch(applicable::contains))
                    .map(ScopedControl::reference)
                    .toList();
            String why = why(line, meant, applicable, serving);
            boolean asks = why.isEmpty();
            lines.add(new Line(lines.size() + 1, line.title(), asks ? "created" : "skipped", serving, why));
            if (asks) {
                titles.add(line.title());
                raised.add(new NewRequest(
                        line.title(),
                        line.kind(),
                        serving,
                        owner == null ? null : owner.id(),
                        due != null
                                ? due
                                : LocalDate.now(clock)
                                        .plusDays(
                                                Objects.requireNonNullElse(line.dueDays(), practice.requestDueDays())),
                        line.clientReview(),
                        null,
                        null,
                        null));
            }
        }

        private String why(
                RequestTemplate.Line line, List<ScopedCriterion> meant, Set<String> applicable, List<String> serving) {
            String named = String.join(", ", line.criteria());
            if (meant.isEmpty()) {
                return "Not in this scope: " + named;
            }
            if (applicable.isEmpty()) {
                return "Does not apply here: " + named;
            }
            if (serving.isEmpty()) {
                return "No control of the scope serves " + named;
            }
            return titles.contains(line.title()) ? "Asked for already" : "";
        }
    }
}
