package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskSubject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tasks of a request have in common: which request it is, and what their forms show of it. */
@Component
@Transactional(readOnly = true)
class RequestTasks {

    private final RequestRepository requests;
    private final ReturnRepository returns;
    private final DocumentRepository documents;
    private final EngagementFile file;
    private final Engagements engagements;
    private final Practice practice;

    RequestTasks(
            RequestRepository requests,
            ReturnRepository returns,
            DocumentRepository documents,
            EngagementFile file,
            Engagements engagements,
            Practice practice) {
        this.requests = requests;
        this.returns = returns;
        this.documents = documents;
        this.file = file;
        this.engagements = engagements;
        this.practice = practice;
    }

    static UUID id(OpenTask task) {
        return UUID.fromString(task.need(EvidenceRequestProcess.REQUEST_ID));
    }

    public EvidenceRequest of(OpenTask task) {
        return requests.findById(id(task))
                .filter(r -> r.engagement().equals(task.engagement()))
                .orElseThrow(() -> new IllegalStateException("Task " + task.id() + " is about no request"));
    }

    public TaskSubject subject(OpenTask task) {
        EvidenceRequest request = of(task);
        return new TaskSubject(request.id().toString(), request.label());
    }

    /** The newest answers to an earlier task of this request. */
    public Optional<TaskRecord> said(OpenTask task, String phrase) {
        return file.latest(task.engagement(), phrase, id(task).toString());
    }

    /** What every form of a request shows. */
    public Map<String, @Nullable Object> shown(OpenTask task) {
        EvidenceRequest request = of(task);
        RequestFacts facts = request.facts();
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("reference", facts.reference());
        summary.put("title", facts.title());
        summary.put("kind", facts.kind().name());
        summary.put("controls", String.join(", ", facts.controls()));
        LocalDate from = coversFrom(facts);
        LocalDate to = coversTo(facts);
        summary.put("period", from == null || to == null ? null : from + " to " + to);
        summary.put(
                "lastReason",
                last(returns.ofRequests(List.of(facts.id())))
                        .map(reason -> reason.inWords() + filesReturned(facts.id()))
                        .orElse(null));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("request", summary);
        shown.put("sampleItems", items(request));
        return shown;
    }

    /** Which files it is about, where the others were accepted. */
    private String filesReturned(UUID request) {
        List<Document> all = documents.ofRequests(List.of(request));
        String names = all.stream()
                .filter(d -> d.state() == DocumentState.RETURNED)
                .map(Document::name)
                .collect(Collectors.joining(", "));
        return isAcceptedInPart(all) && !names.isEmpty() ? " (" + names + "; the other files are accepted)" : "";
    }

    private static boolean isAcceptedInPart(List<Document> all) {
        return all.stream().anyMatch(d -> d.state() == DocumentState.ACCEPTED);
    }

    /** The documents handed over, for who reviews them. */
    public List<Document> given(OpenTask task) {
        return documents.ofRequests(List.of(id(task))).stream()
                .filter(Document::isGiven)
                .toList();
    }

    /**
     * The documents that the owner's form opens with: uploaded and not yet handed over, or handed over and still good
     * when only something was missing.
     */
    public List<Map<String, ?>> toGive(OpenTask task) {
        List<RequestReturn> history = returns.ofRequests(List.of(id(task)));
        List<Document> all = documents.ofRequests(List.of(id(task)));
        boolean keepReturned = !isAcceptedInPart(all)
                && last(history)
                        .map(r -> r.isInternal() || r.reason().equals("incomplete"))
                        .orElse(false);
        return all.stream()
                .filter(d -> d.isUnreviewed() || (keepReturned && d.state() == DocumentState.RETURNED))
                .<Map<String, ?>>map(Documents::preview)
                .toList();
    }

    /** What the script said that gave the newest document which nobody has decided about; empty where a person did. */
    Optional<Collected> collected(OpenTask task) {
        return documents.ofRequests(List.of(id(task))).stream()
                .filter(Document::isUnreviewed)
                .reduce((earlier, later) -> later)
                .map(Document::collected);
    }

    /**
     * What the request itself names, else the first day of the lead report's period, or of the weeks before the date of a
     * Type I; null before scoping knows it.
     */
    public @Nullable LocalDate coversFrom(RequestFacts facts) {
        return facts.coversFrom() != null
                ? facts.coversFrom()
                : period(facts).map(practice::fieldworkStart).orElse(null);
    }

    /** Like {@link #coversFrom}, for the last day. */
    public @Nullable LocalDate coversTo(RequestFacts facts) {
        return facts.coversTo() != null
                ? facts.coversTo()
                : period(facts).map(ReportPlan::end).orElse(null);
    }

    private Optional<ReportPlan> period(RequestFacts facts) {
        return engagements.facts(facts.engagement()).reports().stream().findFirst();
    }

    private static List<Map<String, ?>> items(EvidenceRequest request) {
        List<String> items = request.items();
        return IntStream.range(0, items.size())
                .<Map<String, ?>>mapToObj(i -> Map.of("number", i + 1, "item", items.get(i)))
                .toList();
    }

    private static Optional<RequestReturn> last(List<RequestReturn> history) {
        return history.stream().reduce((earlier, later) -> later);
    }
}
