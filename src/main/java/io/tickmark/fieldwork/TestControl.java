package io.tickmark.fieldwork;

import io.tickmark.engagement.Engagements;
import io.tickmark.evidence.CitedEvidence;
import io.tickmark.evidence.Documents;
import io.tickmark.evidence.GivenDocument;
import io.tickmark.evidence.RequestState;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The workpaper of one control: performed on the accepted evidence, and citing it by hash. */
@Component
class TestControl extends OnTest {

    private final TestForm form;
    private final Engagements engagements;
    private final Requests requests;
    private final Documents documents;
    private final CitedEvidence evidence;
    private final Trail trail;
    private final Clock clock;

    TestControl(
            Tests tests,
            TestForm form,
            Engagements engagements,
            Requests requests,
            Documents documents,
            CitedEvidence evidence,
            Trail trail,
            Clock clock) {
        super(tests);
        this.form = form;
        this.engagements = engagements;
        this.requests = requests;
        this.documents = documents;
        this.evidence = evidence;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        ControlTestFacts test = facts(task);
        Map<String, @Nullable Object> data = form.of(task.engagement(), test, actor);
        if (test.reviewNote() != null) {
            data.put("reviewNote", test.reviewNote());
        }
        if (test.conclusion() == null) {
            propose(data, test);
        }
        return data;
    }

    private static void propose(Map<String, @Nullable Object> data, ControlTestFacts test) {
        boolean nil = Integer.valueOf(0).equals(test.population());
        data.put("itemsTested", nil ? 0 : Math.max(1, WorkpaperRules.sampled(test)));
        if (nil) {
            data.put("conclusion", Conclusion.NO_OCCURRENCE.word());
            data.put(
                    "nilProof", "The population that the client gave for the period, and that was accepted, is empty.");
        }
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        ControlTestFacts test = facts(task);
        boolean evidenced =
                !answers.documents("workpapers").isEmpty() || received(task.engagement(), test.control(), actor);
        boolean atOneDate = engagements.facts(task.engagement()).atOneDate();
        return WorkpaperRules.refusals(test, Workpaper.of(answers), evidenced, atOneDate);
    }

    private boolean received(EngagementId engagement, String control, Actor reader) {
        return requests.of(engagement).stream()
                        .filter(request -> request.state() == RequestState.ACCEPTED
                                && request.controls().contains(control))
                        .count()
                > evidence.emptied(reader, engagement, control).size();
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        Workpaper workpaper = Workpaper.of(answers);
        List<CitedDocument> cited = cited(task.engagement(), test(task).control(), answers.documents("workpapers"));
        ControlTest test = test(task);
        test.prepare(workpaper, cited, actor.id(), clock.instant());
        trail.record(task.engagement(), "test-prepared", actor, record(test, workpaper, cited));
    }

    private List<CitedDocument> cited(EngagementId engagement, String control, List<UUID> workpapers) {
        List<CitedDocument> cited = new ArrayList<>();
        requests.accepted(engagement, control).stream()
                .map(GivenDocument::document)
                .forEach(given -> cited.add(new CitedDocument(given.id(), given.name(), given.sha256(), false)));
        workpapers.forEach(id -> documents
                .find(id)
                .ifPresent(own -> cited.add(new CitedDocument(own.id(), own.name(), own.sha256(), true))));
        return cited;
    }

    private static Map<String, Object> record(ControlTest test, Workpaper workpaper, List<CitedDocument> cited) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("test", test.id());
        facts.put("control", test.control());
        facts.put("round", test.round());
        facts.put("conclusion", workpaper.conclusion().word());
        facts.put("itemsTested", workpaper.itemsTested());
        Integer failed = workpaper.itemsFailed();
        if (failed != null) {
            facts.put("itemsFailed", failed);
        }
        facts.put(
                "evidence",
                cited.stream()
                        .map(document -> Map.of("document", document.document(), "sha256", document.sha256()))
                        .toList());
        return facts;
    }
}
