package io.tickmark.fieldwork;

import io.tickmark.engagement.Team;
import io.tickmark.evidence.CitedEvidence;
import io.tickmark.evidence.DocumentPurged;
import io.tickmark.evidence.Requests;
import io.tickmark.evidence.RestingWork;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A conclusion does not outlive its evidence: where two people take out what a workpaper cites, the trail says so, a
 * workpaper under review goes back, and a test that was closed is done again in another round.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EvidenceTakenOut implements RestingWork {

    private final ControlTestRepository tests;
    private final CitedEvidence evidence;
    private final Requests requests;
    private final TestStart start;
    private final OpenWork work;
    private final Team team;
    private final Trail trail;

    EvidenceTakenOut(
            ControlTestRepository tests,
            CitedEvidence evidence,
            Requests requests,
            TestStart start,
            OpenWork work,
            Team team,
            Trail trail) {
        this.tests = tests;
        this.evidence = evidence;
        this.requests = requests;
        this.start = start;
        this.work = work;
        this.team = team;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> on(Actor reader, EngagementId engagement, UUID document) {
        boolean reads = team.readsWorkpapers(reader, engagement);
        return tests.findByEngagementIdOrderByPositionAscRoundAsc(engagement.value()).stream()
                .filter(test -> test.cites(document))
                .map(test -> reads ? test.inWords() : "A workpaper of the auditor")
                .toList();
    }

    @EventListener
    public void documentPurged(DocumentPurged event) {
        EngagementId engagement = event.engagement();
        work.hold(engagement);
        for (ControlTest test : tests.current(engagement.value())) {
            if (test.cites(event.document()) && test.isConcluded()) {
                Map<String, Object> facts = facts(test);
                facts.put("document", event.document());
                trail.record(engagement, "conclusion-lost-evidence", null, facts);
                if (test.state() == TestState.CLOSED) {
                    again(test);
                }
            }
        }
    }

    /** Whether a file that the test cites was taken out. */
    @Transactional(readOnly = true)
    public boolean isLost(ControlTest test) {
        return !evidence.takenOut(test.engagement(), test.cited()).isEmpty();
    }

    /** For a closed test: the same population and sample, on the evidence that is there. */
    public void again(ControlTest closed) {
        ControlTest next = tests.save(closed.again());
        trail.record(next.engagement(), "test-reopened", null, facts(next));
        if (requests.allClosed(next.engagement(), next.control())) {
            start.begin(next);
        }
    }

    private static Map<String, Object> facts(ControlTest test) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("test", test.id());
        facts.put("control", test.control());
        facts.put("round", test.round());
        return facts;
    }
}
