package io.tickmark.portfolio;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.ManyEngagements;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.milestones.Outlook;
import io.tickmark.milestones.Outlooks;
import io.tickmark.tasklist.Workload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of all audits that a person may know of; the number of SQL statements does not grow with them. */
@Controller
class PortfolioPage {

    private final ManyEngagements engagements;
    private final Outlooks outlooks;
    private final Workload workload;
    private final Clients clients;
    private final Clock clock;

    PortfolioPage(ManyEngagements engagements, Outlooks outlooks, Workload workload, Clients clients, Clock clock) {
        this.engagements = engagements;
        this.outlooks = outlooks;
        this.workload = workload;
        this.clients = clients;
        this.clock = clock;
    }

    @GetMapping("/engagements")
    @Transactional(readOnly = true)
    public String portfolio(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String health,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        PortfolioView view = PortfolioView.of(q, health, phase, which, sort, page);
        LocalDate today = LocalDate.now(clock);
        List<EngagementFacts> running = engagements.visible(actor, view.ended());
        List<EngagementFacts> speaking = engagements.speakingOf(actor, Coverage.from(today), Coverage.to(today));
        Map<ClientId, String> names = clients.names(Stream.concat(running.stream(), speaking.stream())
                .map(EngagementFacts::client)
                .toList());
        List<PortfolioRow> rows = rows(running, view.ended(), names, today);
        List<PortfolioRow> shown = rows.stream()
                .filter(view::shows)
                .sorted(PortfolioRow.sorted(view.sort()))
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("all", rows);
        model.addAttribute("found", shown.size());
        model.addAttribute("pages", Math.max(1, (shown.size() + PortfolioView.ROWS - 1) / PortfolioView.ROWS));
        model.addAttribute(
                "rows",
                shown.stream()
                        .skip((long) (view.page() - 1) * PortfolioView.ROWS)
                        .limit(PortfolioView.ROWS)
                        .toList());
        model.addAttribute(
                "healths",
                PortfolioView.HEALTHS.stream()
                        .map(colour -> count(rows, colour))
                        .toList());
        model.addAttribute(
                "phases",
                rows.stream().map(PortfolioRow::phase).distinct().sorted().toList());
        model.addAttribute("loads", workload.overseen(actor));
        model.addAttribute("coverage", Coverage.of(speaking, e -> names.getOrDefault(e.client(), "?"), today));
        return "engagements";
    }

    private List<PortfolioRow> rows(
            List<EngagementFacts> engagements, boolean ended, Map<ClientId, String> names, LocalDate today) {
        Map<EngagementId, Outlook> stand = ended ? Map.of() : outlooks.of(engagements);
        return engagements.stream()
                .map(engagement -> row(engagement, names.getOrDefault(engagement.client(), "?"), stand, today))
                .toList();
    }

    private static PortfolioRow row(
            EngagementFacts engagement, String client, Map<EngagementId, Outlook> stand, LocalDate today) {
        Outlook outlook = stand.get(engagement.id());
        return outlook == null
                ? PortfolioRow.ended(engagement, client, today)
                : PortfolioRow.of(engagement, client, outlook, today);
    }

    /** How many audits stand like this. */
    record Count(String health, String words, String kind, long many) {}

    private static Count count(List<PortfolioRow> rows, String colour) {
        return new Count(
                colour,
                PortfolioRow.words(colour),
                PortfolioRow.kind(colour),
                rows.stream().filter(row -> row.health().equals(colour)).count());
    }
}
