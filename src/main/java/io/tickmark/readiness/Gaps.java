package io.tickmark.readiness;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gap register of each engagement. Who may ask or act is checked before. Changes join the caller's transaction; an
 * unknown gap is a defect, an {@link IllegalStateException}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Gaps {

    private final GapRepository gaps;
    private final Clock clock;

    Gaps(GapRepository gaps, Clock clock) {
        this.gaps = gaps;
        this.clock = clock;
    }

    /** In the order found, those that have ended included. */
    @Transactional(readOnly = true)
    public List<GapFacts> of(EngagementId engagement) {
        return gaps.findByEngagementIdOrderByPosition(engagement.value()).stream()
                .map(Gap::facts)
                .toList();
    }

    @Transactional(readOnly = true)
    public GapFacts get(UUID id) {
        return find(id).facts();
    }

    /** Lock the engagement first where something follows from the count reaching zero. */
    @Transactional(readOnly = true)
    public int openCount(EngagementId engagement) {
        return gaps.countByEngagementIdAndStateIn(engagement.value(), GapState.OPEN);
    }

    /** Open gaps whose remediation has not begun; each counts as begun from now on. */
    public List<UUID> begin(EngagementId engagement) {
        List<UUID> begun = new ArrayList<>();
        for (Gap gap : gaps.findByEngagementIdOrderByPosition(engagement.value())) {
            if (gap.isOpen() && !gap.isUnderWay()) {
                gap.begin();
                begun.add(gap.id());
            }
        }
        return begun;
    }

    public void plan(UUID id, String plan, LocalDate due) {
        change(id, gap -> gap.plan(plan, due));
    }

    /** The risk was not accepted: the gap needs another plan. */
    public void planAgain(UUID id) {
        change(id, Gap::planAgain);
    }

    public void fixed(UUID id, PersonId by, List<UUID> proof) {
        change(id, gap -> gap.fixed(by, proof));
    }

    /** The retest found it still open. */
    public void reopen(UUID id) {
        change(id, Gap::reopen);
    }

    /** Closes it as fixed; a gap that has ended stays as it ended. */
    public void close(UUID id) {
        change(id, gap -> gap.end(GapState.CLOSED, clock.instant()));
    }

    /** Ends it as a risk that the client lives with. */
    public void accept(UUID id) {
        change(id, gap -> gap.end(GapState.ACCEPTED, clock.instant()));
    }

    /** Ends all open gaps with their engagement and answers them, as they ended. */
    public List<GapFacts> withdrawAll(EngagementId engagement) {
        return endAll(engagement, GapState.WITHDRAWN);
    }

    /** Ends all open gaps for this year and answers them: a gap does not hold the file, it goes on into the next. */
    public List<GapFacts> carryForward(EngagementId engagement) {
        return endAll(engagement, GapState.CARRIED_FORWARD);
    }

    private List<GapFacts> endAll(EngagementId engagement, GapState how) {
        return gaps.findByEngagementIdOrderByPosition(engagement.value()).stream()
                .filter(Gap::isOpen)
                .map(gap -> {
                    gap.end(how, clock.instant());
                    return gap.facts();
                })
                .toList();
    }

    /** What a year handed on to the next: carried forward, or still open. */
    @Transactional(readOnly = true)
    public List<GapFacts> handedOn(EngagementId engagement) {
        return of(engagement).stream()
                .filter(gap -> gap.state().isOpen() || gap.state() == GapState.CARRIED_FORWARD)
                .toList();
    }

    /**
     * Brings the register in line with an assessment: what is named stays or is added, what is no longer named goes. A
     * gap whose remediation has begun is left as it is. A reference that went is not given again while later ones stand.
     */
    void assess(EngagementId engagement, List<Shortfall> shortfalls) {
        List<Gap> known = new ArrayList<>(gaps.findByEngagementIdOrderByPosition(engagement.value()));
        int last = known.isEmpty() ? 0 : known.get(known.size() - 1).position();
        for (Shortfall shortfall : shortfalls) {
            Gap gap = known.stream()
                    .filter(g -> g.isAbout(shortfall) && g.isOpen())
                    .findFirst()
                    .orElse(null);
            if (gap == null) {
                gaps.save(new Gap(engagement, ++last, shortfall, clock.instant()));
            } else if (!gap.isUnderWay()) {
                gap.rate(shortfall);
            }
        }
        known.stream()
                .filter(gap -> !gap.isUnderWay() && shortfalls.stream().noneMatch(gap::isAbout))
                .forEach(gaps::delete);
    }

    private void change(UUID id, Consumer<Gap> change) {
        change.accept(find(id));
    }

    private Gap find(UUID id) {
        return gaps.findById(id).orElseThrow(() -> new IllegalStateException("There is no gap " + id));
    }
}
