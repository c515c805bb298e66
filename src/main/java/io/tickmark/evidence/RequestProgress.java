package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.NotFound;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people's answers do to a request on its way to the auditor and back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestProgress {

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final ReturnRepository returns;
    private final Intake intake;
    private final ReadingParts parts;
    private final Trail trail;
    private final Clock clock;

    RequestProgress(
            RequestRepository requests,
            DocumentRepository documents,
            ReturnRepository returns,
            Intake intake,
            ReadingParts parts,
            Trail trail,
            Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.returns = returns;
        this.intake = intake;
        this.parts = parts;
        this.trail = trail;
        this.clock = clock;
    }

    /** The owner hands over; documents of the request that are not among those given stay behind. */
    public void provide(UUID id, Actor by, Answers answers) {
        EvidenceRequest request = need(id);
        Integer count = answers.count("populationCount");
        if (count != null) {
            String time = answers.text("extractedTime");
            request.populationIs(
                    new CountedPopulation(count, answers.text("populationSource"), answers.date("extractedOn"))
                            .drawnBy(
                                    answers.text("populationQuery"),
                                    answers.text("populationParameters"),
                                    time.isEmpty() ? null : time));
        }
        give(request, answers.documents("files"), answers.date("coversFrom"), answers.date("coversTo"));
        if (request.clientReview()) {
            request.giveToClientReview();
        } else {
            request.submit();
        }
        record(request, "evidence-provided", by, answers.documents("files"));
    }

    /** The client's own review lets the auditor see it. */
    public void release(UUID id, Actor by) {
        EvidenceRequest request = need(id);
        request.submit();
        documents.ofRequests(List.of(id)).forEach(Document::release);
        record(request, "evidence-released", by, List.of());
    }

    public void returnInside(UUID id, Actor by, String note) {
        EvidenceRequest request = need(id);
        request.returnInside();
        keep(request, by, true, "internal", note);
    }

    /**
     * The auditor sends it back; the owner is asked again with the reason.
     *
     * @param bad the files that go back, while the others are accepted and stay; empty for all
     */
    public void returnToOwner(UUID id, Actor by, String reason, String note, Set<UUID> bad) {
        EvidenceRequest request = need(id);
        request.returnToOwner();
        given(id).forEach(document -> {
            if (bad.isEmpty() || bad.contains(document.id())) {
                document.returnToGiver();
            } else {
                document.accept();
            }
        });
        keep(request, by, false, reason, note);
    }

    /** The auditor accepts the request without these files. */
    public void leaveOut(UUID id, Actor by, Set<UUID> bad) {
        EvidenceRequest request = need(id);
        given(id).filter(document -> bad.contains(document.id())).forEach(Document::returnToGiver);
        record(request, "files-not-accepted", by, List.copyOf(bad));
    }

    private Stream<Document> given(UUID request) {
        return documents.ofRequests(List.of(request)).stream().filter(Document::isGiven);
    }

    /** The client has said when and where the auditor can watch. */
    public void arrange(UUID id) {
        need(id).begin();
    }

    /** The auditor's own evidence, which nobody hands over. */
    public void observe(UUID id, Actor by, Answers answers) {
        EvidenceRequest request = need(id);
        LocalDate day = answers.needDate("observedOn");
        give(request, answers.documents("files"), day, day);
        request.submit();
        record(request, "observation-recorded", by, answers.documents("files"));
    }

    private void give(EvidenceRequest request, List<UUID> files, @Nullable LocalDate from, @Nullable LocalDate to) {
        Set<UUID> given = new HashSet<>(files);
        documents.ofRequests(List.of(request.id())).forEach(document -> {
            if (document.state() == DocumentState.ACCEPTED) {
                // accepted when others went back; nothing is to be said about it any more
                return;
            }
            if (given.contains(document.id())) {
                document.give(from, to);
                countAgain(request, document);
            } else {
                document.takeBack();
            }
        });
    }

    private void countAgain(EvidenceRequest request, Document document) {
        if (request.kind() == EvidenceKind.POPULATION) {
            intake.replace(
                    document, PopulationCheck.CODES, PopulationCheck.judge(request, parts.sheets(document.id())));
        }
    }

    private void keep(EvidenceRequest request, Actor by, boolean internal, String reason, String note) {
        int sequence = returns.ofRequests(List.of(request.id())).size() + 1;
        returns.save(new RequestReturn(request.id(), sequence, by, clock.instant(), internal, reason, note));
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        facts.put("reason", reason);
        facts.put("note", note);
        trail.record(request.engagement(), internal ? "evidence-returned-inside" : "evidence-returned", by, facts);
    }

    private void record(EvidenceRequest request, String event, Actor by, List<UUID> files) {
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        if (!files.isEmpty()) {
            facts.put("documents", files);
        }
        trail.record(request.engagement(), event, by, facts);
    }

    private EvidenceRequest need(UUID id) {
        return requests.lock(id).orElseThrow(() -> new NotFound("There is no request " + id));
    }
}
